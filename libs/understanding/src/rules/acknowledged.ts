import { rule } from '../rule';

/** Ways to say "seen", which call for nothing. */
export const ACKNOWLEDGED = [
  rule('received', 0.86, [
    '(получил|получила|получили|получено|принял|приняла|приняли|принято|увидел|увидела|прочитал*|прочел|прочла|ознакомил*|услышал*)',
    '(понял|поняла|поняли|понятно|ясно|учту|учтем|договорились|записал*|запомнил*)',
    '(посмотрю|посмотрим|изучу|изучим|почитаю|почитаем|гляну|глянем|ознакомлюсь|ознакомимся|подумаю|подумаем|обсужу|обсудим|рассмотрю|рассмотрим|передам|передадим|передал|передала|передали|переслал*|перенаправил*|имею в виду|будем иметь в виду|взял* на заметку|обдумаю|посоветуюсь)',
    '(если|когда) ~ (что|понадобится|возникнет|будет|появится|решим|надумаем) ~ (напишу|напишем|свяжусь|свяжемся|обращусь|обратимся|сообщу|сообщим|дадим|дам)',
    '(сам|сама|сами) (напишу|напишем|свяжусь|свяжемся|обращусь|обратимся|выйдем|выйду)',
    '(вернусь|вернемся) с (ответом|обратной|вопросами|решением|фидбеком|фидбэком)',
    '(дам|дадим) (знать|ответ|обратную)',
    '(got|received|noted|seen|understood|read|acknowledged|roger|duly noted)',
    "(i'll|i will|we'll|we will|will|let me|gonna) ~ (look|read|review|check|think|consider|discuss|study|pass|forward|take a look|let you know|get back|be in touch|digest|share)",
    '(passed|forwarded|shared) (it|this|your|that) ~ (on|to|with|along)',
    '(keep|have|bear) (you|it|this|your|that) ~ in mind',
    '(for|on) (our|my|the) (radar|records?|file)',
  ]),
  rule('thanks', 0.8, [
    '(спасибо|спасиб|пасиб|пасибо|спс|благодарю|благодарим|благодарен|признателен|мерси)',
    '(thanks|thank you|thx|thnx|tnx|ty|cheers|much appreciated|appreciate it|appreciated|thank u)',
  ]),
  rule('agreed', 0.78, [
    '^(ну |да |хорошо |ок |все )*(ок|окей|окэй|оке|ok|okay|okey|хорошо|ладно|супер|отлично|угу|ага|добро|океюшки|класс|здорово|прекрасно|годится|пойдет|договорились|идет|лады|ладненько|принято|замечательно|круто|будет сделано)',
    '^(ok|okay|k|great|good|fine|sure|alright|all right|cool|perfect|excellent|nice|sounds good|awesome|will do|super|noted|right|lovely|fair enough|makes sense)',
    '(👍|👌|🙏|🤝|✅)',
    '^\\+$',
  ]),
];
