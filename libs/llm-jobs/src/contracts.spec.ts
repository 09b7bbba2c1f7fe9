import { JOB_CONTRACTS } from './contracts';
import { JOB_KINDS } from './job';

const UNKNOWN_TO_SOME = /"(pattern|format|anyOf|oneOf|allOf|\$ref|minItems|maxItems|minLength|maxLength|const)"/;

describe('what a model is asked to answer with', () => {
  it.each(JOB_KINDS)('is for "%s" in the form every server enforces', (kind) => {
    const { type, properties, required, additionalProperties } = JOB_CONTRACTS[kind].response;
    expect({ type, additionalProperties }).toEqual({ type: 'object', additionalProperties: false });
    expect(required).toEqual(Object.keys(properties));
    expect(JSON.stringify(properties)).not.toMatch(UNKNOWN_TO_SOME);
    expect(JSON.stringify(properties)).not.toMatch(/"type":\[|"object"/);
  });

  it('names no recipient, file, price or discount for the model to choose', () => {
    const asked = JOB_KINDS.flatMap((kind) => Object.keys(JOB_CONTRACTS[kind].response.properties));
    expect([...new Set(asked)].sort()).toEqual(
      ['addresses', 'day', 'evidence', 'found', 'intents', 'language', 'passages', 'sentences', 'subject'].sort(),
    );
  });
});
