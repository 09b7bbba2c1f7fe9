import type { LanguageWords } from './language-words';

/** The frames of a reply in Chinese, Japanese, Korean and Vietnamese, whose phones and clients contacts may have. */
export const ASIAN: LanguageWords = {
  headers: {
    from: ['发件人', '寄件者', '寄件人', '差出人', '送信者', '보낸 사람', '보낸사람', 'từ', 'người gửi'],
    date: ['发送时间', '日期', '寄件日期', '送信日時', '日時', '日付', '보낸 날짜', '날짜', 'đã gửi', 'ngày'],
    to: ['收件人', '收件者', '宛先', '받는 사람', '받는사람', 'tới', 'đến', 'người nhận'],
    subject: ['主题', '主旨', '件名', '제목', 'chủ đề', 'tiêu đề'],
    other: ['抄送', '副本', '참조'],
  },
  wrote: ['写道', '寫道', '님이 작성', 'のメール', '書きました', 'đã viết'],
  openers: ['在', '於', 'vào', 'ngày', 'lúc'],
  weekdays: ['周', '星期', 'thứ'],
  separators: [
    ...['原始邮件', '原始郵件', '转发的邮件', '轉寄的郵件', '元のメッセージ', 'オリジナルメッセージ', '転送メッセージ'],
    ...['원본 메시지', '전달된 메시지', 'thư gốc', 'thư chuyển tiếp', 'tin nhắn gốc'],
  ],
  replyMarkers: [],
  signOffs: ['此致', '祝好', '敬具', 'よろしくお願いします', '감사합니다', 'trân trọng', 'thân mến'],
  thanks: ['谢谢', '謝謝', 'cảm ơn'],
  deviceLines: ['发自我的', '從我的', 'iphoneから送信', '나의 iphone에서', 'được gửi từ', 'đã gửi từ'],
  footers: [],
  footerHints: [],
  antivirus: [],
  banners: [],
  bannerTags: [],
  sentenceWords: [],
};
