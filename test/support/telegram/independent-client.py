"""Drives the emulator of the Bot API with python-telegram-bot, and prints as JSON what that library made of it."""

import asyncio
import io
import json
import sys

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter

ROOT, TOKEN = sys.argv[1:3]
BLOCKED, FLOODED, UPGRADED = map(int, sys.argv[3:6])
HEARD = {}


def client():
    return Bot(TOKEN, base_url=f"{ROOT}/bot", base_file_url=f"{ROOT}/file/bot")


async def following(bot, kind):
    """The next update of this kind; confirms those before it."""
    while True:
        updates = await bot.get_updates(offset=HEARD.get("offset"), timeout=5, limit=1)
        HEARD["offset"] = updates[0].update_id + 1
        found = getattr(updates[0], kind)
        if found:
            return found


async def refusal(call):
    try:
        await call
    except (BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter) as error:
        facts = {key: getattr(error, key) for key in ("retry_after", "new_chat_id") if hasattr(error, key)}
        return {"error": type(error).__name__, "message": error.message, **facts}
    return None


async def converse(bot):
    start = await following(bot, "message")
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Demo", callback_data="demo")]])
    sent = await bot.send_document(
        start.chat.id,
        document=io.BytesIO(b"%PDF-"),
        filename="Презентация.pdf",
        caption="<b>5 &lt; 6</b>",
        parse_mode="HTML",
        reply_markup=buttons,
        reply_parameters=ReplyParameters(start.message_id),
    )
    pressed = await following(bot, "callback_query")
    await pressed.answer("Soon")
    await pressed.edit_message_reply_markup(None)
    document = (await following(bot, "message")).document
    received = await (await document.get_file()).download_as_bytearray()
    return {
        "start": [start.text, start.from_user.full_name, str(start.entities[0].type)],
        "sent": [sent.document.file_name, sent.caption_html, sent.reply_to_message.message_id == start.message_id],
        "pressed": [pressed.data, pressed.message.message_id == sent.message_id],
        "received": [document.file_name, document.mime_type, bytes(received).decode()],
    }


async def answer_for_a_business(bot):
    connection = await following(bot, "business_connection")
    asked = await following(bot, "business_message")
    sent = await bot.send_message(asked.chat.id, "Yes", business_connection_id=connection.id)
    known = await bot.get_business_connection(connection.id)
    return [known.rights.can_reply, asked.text, sent.sender_business_bot.id == bot.id]


async def two_pollers(bot):
    first = asyncio.create_task(refusal(bot.get_updates(offset=HEARD["offset"], timeout=10)))
    await asyncio.sleep(0.3)
    async with client() as second:
        await second.get_updates(offset=HEARD["offset"], timeout=1)
    return await first


async def refusals(bot):
    found = {
        "conflict": await two_pollers(bot),
        "blocked": await refusal(bot.send_message(BLOCKED, "Hello")),
        "flooded": await refusal(bot.send_message(FLOODED, "Hello")),
        "upgraded": await refusal(bot.send_message(UPGRADED, "Hello")),
        "markup": await refusal(bot.send_message(FLOODED, "5 < 6", parse_mode="HTML")),
    }
    await bot.set_webhook("https://bot.example.org/hook", secret_token="a-secret", allowed_updates=["message"])
    found["webhook"] = await refusal(bot.get_updates())
    information = await bot.get_webhook_info()
    await bot.delete_webhook()
    return {**found, "webhook_url": information.url}


async def main():
    async with client() as bot:
        told = {"username": bot.username, **await converse(bot)}
        print(json.dumps({**told, "business": await answer_for_a_business(bot), **await refusals(bot)}))


asyncio.run(main())
