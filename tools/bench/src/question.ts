/** What contacts ask in all measurements: the product's knowledge answers it. */
export const QUESTION = 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?';
