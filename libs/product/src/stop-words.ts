import type { Language } from '@app/domain/language';

/** Words that any question can contain, whatever it is about: they say nothing on which passage answers it. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  ru: words(`
    а бы был была были было быть будет будем будете будут в вам вами вас ваш ваша ваше вашего вашей вашем вашему
    ваши вашим вашими ваших вашу во вообще вот вроде все всего всем всех вы где да давайте даже для до другой его ее
    если есть еще же за зачем значит и из или им именно их к каждый как какая какие каким какими каких какова какого
    какое какой каком какую касательно кем ко когда кого кому которая которого которой которую которые который
    которых кстати кто куда ли либо лишь меня мне много мог могла могли могу могут может можете можем можно мои мой
    мы на над надо нам нами нас насколько насчет наш наша наше нашего нашей нашем нашему наши нашим нашими наших
    нашу не него нее некоторые нет ни них но ну нужен нужна нужно нужны о об обычно он она они оно от очень по под
    пока почему поэтому при про просто раз с сам сама сами самим свое своего своей своем свои своим своих свой свою
    себя сейчас сколько со совсем так также такая такие такого такое такой там тебя то тогда того тоже той только
    том тот точно ту тут ты у уже хватит чего чей чем через что чтобы эта эти этим этих это этого этой этом этот эту
    я бывает вдруг возможно возможность говоря делает делаете делать довольно допустим дело дела имеется имеете
    иначе например нибудь обязательно одновременно получится получается пользоваться работает работаете работать
    работаем имеет имеют помогаете поможете посмотрел посмотрели прямо сделать случае смысл смысле собственно сразу
    таком умеет умеете хотел хотела хотели хотелось хотим хотите хочется хочу хорошо вечер вечера день доброго
    доброе добрый здравствуйте привет приветствую спасибо пожалуйста утро письмо письма вопрос вопроса вопросы
    интересно интересует интересуют объясните ответьте поводу подробнее подскажите понять расскажите скажите узнать
    уточнить уточните компании компанию компания продукт продукта продукте решение решения сервис сервиса сервисе
    сервисом сервису система системе системы
  `),
  en: words(`
    a about actually all also am an and any anything are as at be been being both but by can could d did do does
    doing done each else ever exactly few for from get gets getting go goes going got had has have having he her
    help how i if in into is it its itself just kind let like ll lot m make makes many may maybe me might mine more
    most much must my myself need needs no not of off ok okay on one only or other our ours ourselves out over own
    per possible quite rather re really s same say see shall she should so some somehow something sort still such
    sure t take takes than that the their them then there these they thing things this those to too under until up
    us use used using usually ve very want wants wanted was way we well were what when where whether which while who
    whom whose why will wish with within without wonder wondering work working works would you your yours yourself
    come comes curious dear explain give good happen happens hello hey hi interested know offer offers please
    provide question questions quick regarding tell thank thanks understand companies company product service
    services solution system
  `),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
