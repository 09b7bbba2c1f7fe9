import type { SentFile } from './said';
import type { GivenFile, Message } from './update';

/** The file a message carries, by the name it should have where Telegram tells none; null for none. */
export function fileOf(message: Message): SentFile | null {
  // An animation comes as a document too.
  const { animation, document, voice, audio, video, video_note: videoNote, photo } = message;
  if (animation) return described(animation, 'animation.mp4', 'video/mp4');
  if (document) return described(document, 'document', 'application/octet-stream');
  if (voice) return described(voice, 'voice.ogg', 'audio/ogg');
  if (audio) return described(audio, 'audio.mp3', 'audio/mpeg');
  if (video) return described(video, 'video.mp4', 'video/mp4');
  if (videoNote) return described(videoNote, 'video.mp4', 'video/mp4');
  const largest = photo?.at(-1);
  return largest ? described(largest, 'photo.jpg', 'image/jpeg') : null;
}

function described(file: GivenFile, name: string, contentType: string): SentFile {
  return {
    id: file.file_id,
    name: file.file_name ?? name,
    contentType: file.mime_type ?? contentType,
    size: file.file_size ?? 0,
  };
}
