### Every sentence that Footnote says to people. The same keys and arguments as zh.ftl; a test compares the two.

## Answers
answer-likely = Closest passages
answer-related = No definite answer was found; these passages come nearest
other-language = The articles are in another language and are quoted untranslated. (With a chat model set, answers are written in English; see the README.)
mark-verbatim = verbatim
mark-checked = checked
mark-combined = combined
sources = Sources
gap = Not in the articles: { $what }
dropped = { $count ->
    [one] 1 claim failed its check and was left out.
   *[other] { $count } claims failed their checks and were left out.
}
cut = (The answer broke off; the above is what was checked by then.)
nothing-found = The articles do not say.
unknown-names = The articles never mention { $names }.
quoted = “{ $name }”
name-separator = {", "}
no-claim-left = { $count ->
    [one] The model's one claim failed its check, so there is no answer.
   *[other] All { $count } claims of the model failed their checks, so there is no answer.
}
searched = { $articles ->
    [one] Searched 1 article{ $period }.
   *[other] Searched { $articles } articles{ $period }.
}
period = , { $from } to { $to }
nearest = Nearest articles (not sources):
paywall = the article is cut off by a paywall
pictures = { $count ->
    [one] 1 picture was not read
   *[other] { $count } pictures were not read
}
missing-separator = {"; "}
reposts = { $count ->
    [one] 1 repost
   *[other] { $count } reposts
}
undated = undated

## Summaries
summary-written = Summary
summary-extracted = Main points (the article's own sentences)
summary-not-found = No article fits “{ $about }”. Try words of its title, or send its link.

## The conversation
start =
    Hello! Ask me about these { $articles } articles{ $period }. Every statement carries a citation that you can check.

    Just send a question.
    { $writer }

    /help shows everything
writer-none = No chat model is connected: I quote the closest passages.
writer-model = Answers are written by { $model } and shown only once checked.
help =
    Send a question, or use:
    /ask question — ask
    /summary title words, link or nothing — main points of one article (the newest by default)
    /new — start a new conversation
    a file (.md, .html, .txt, .pdf) or a forwarded post — added to the articles
    /stop — stop the answer that is being written; what was checked stays
    /help — this text

    The marks:
    verbatim — word for word the cited sentence
    checked — the cited sentence exists, figures, units, dates, names, negations and hedges agree with it, it speaks of the same matter
    combined — joins several sentences, checked the same way

    What the checks cannot see: cause and effect swapped, a rise told as a fall; across languages they are coarser. Open [n], or press a number to read the cited sentence.
ask-for-question = What would you like to ask?
stranger = Hello! This bot is open to invited people only. Your id is { $id }; you can send it to the bot's owner.
stopped = Stopped.
nothing-to-stop = No answer is being written right now.
new-conversation = All right, a fresh start.
text-only = I read text only. Please send your question as text.

## Who may use it
strange-group = This group may not use the bot yet. Its owner can send /allow here.
ask-for-access = Ask for access
access-asked = The bot's owner has been asked. You will hear from the bot.
access-asked-already = You have asked already today. Please wait for the answer.
access-request = { $name } asks for access (id { $id }).
allow = Allow
deny = Deny
now-allowed = Allowed: { $name }
now-denied = No longer allowed: { $name }
you-are-allowed = You may use this bot now. Just send a question; /help shows everything.
allow-whom =
    Reply /allow to somebody's message, or name an id: /allow 123456; in a group, alone, it allows the whole group. /deny works the same way.

    Allowed now:
    { $allowed }
pairing-paired = You are this bot's owner now. Just send a question; /help shows everything.
pairing-wrong = This pairing code is wrong or has expired. npm run pair prints a new one.
pairing-too-many = Too many tries. Please try again in an hour.

## Questions without an answer
gaps-none = No question went unanswered so far.
gaps = Questions that the articles did not answer (latest first):
gap-line = { $times ->
    [one] once
   *[other] { $times } times
} · { $day } · { $question }

## Sources
source-gone = This article is no longer in the index.
proof-place = { $percent }% into the article
proof-changed = the article has changed since; this is the sentence as it was cited
send-file = Whole article
open-original = Open original

## Adding articles
added = Added
added-several = { $count } articles added
added-size-zh = { $count ->
    [one] 1 character
   *[other] { $count } characters
}
added-size-en = { $count ->
    [one] 1 word
   *[other] { $count } words
}
removed-pictures = { $count ->
    [one] 1 picture left out
   *[other] { $count } pictures left out
}
removed-pieces = { $count ->
    [one] 1 passage that is not the article's left out
   *[other] { $count } passages that are not the article's left out
}
repeats = Nearly word for word the same as “{ $title }”
suggested-questions = You could ask:
asked = ❓ { $question }
already-there = Already among the articles:
not-added = Not added:{" "}
not-added-named = “{ $label }” was not added:{" "}
refused-too-large = it is larger than 20 MB, the most that Telegram hands to bots. Put it into the folder of articles, or split it.
refused-kind = I read .md, .html, .txt and .pdf files, and forwarded posts with text.
refused-empty = there is no text in it.
refused-pictures-only = it holds only pictures, and I cannot read those.
refused-no-text-layer = the PDF has no text layer, it is probably a scan. Run text recognition (OCR) over it first.
refused-encoding = it is not text in UTF-8 or GB18030. Save it as UTF-8.
refused-error-page = it is an error or verification page instead of the article. Open the article, then save that page.
refused-damaged = the file is damaged or locked.
refused-unreadable = it could not be read.
refused-not-fetched = Telegram did not hand out the file. Please send it again.
refused-link-address = the link does not lead to the public internet.
refused-link-status = the server has no page at that address, or does not give it to me. Open it yourself and send it as a file.
refused-link-type = the link leads to neither a web page, a text nor a PDF.
refused-link-unreachable = the page did not answer in time. Open it yourself and send it as a file.
refused-page-too-large = the page is larger than 5 MB. Send it as a file.
kept-not-indexed = { $count ->
    [one] Saved, but not searchable yet: the index is busy or cannot be written. It will be indexed at the next start at the latest.
   *[other] { $count } saved, but not searchable yet: the index is busy or cannot be written. They will be indexed at the next start at the latest.
}
index-now = Index now
undo = Undo
undone = Removed: { $title }
undone-before = This was removed before.
title-separator = {"; "}
may-not-undo = Only who added it and the bot's owner can undo this.
may-not-add = Only the owner and people whom the owner allowed can add articles.
link-alone = I do not open links. Save the page as a file (.html, .md or .pdf) and send it, or forward the post to me, and I will add it.
link-known = This article is already here: “{ $title }”.
summarise-it = Summarise it

## When something fails
error-no-index = There is no index yet. The bot's owner has to run the indexing first.
error-index-broken = The index is damaged. The bot's owner has to make it anew.
error-index-model = The index belongs to another embedding model. The bot's owner has to make it anew.
error-model-auth = The model server refused access. The bot's owner has to check the key.
error-model-missing = The configured model was not found. The bot's owner has to check the settings.
error-model-rate-limit = The model server is too busy, or its credit is used up. Please try again later.
error-model-unreachable = The model server does not answer. Please try again later.
error-model-cut = The model's answer broke off. Please try again.
error-model-answer = The model server did not accept the request. The bot's owner has to check the settings.
error-other = Sorry, something went wrong. It has been noted; please try again.

## The menu
command-ask = Ask a question
command-summary = Main points of an article
command-new = Start a new conversation
command-stop = Stop the answer that is being written
command-help = How to use this bot
command-gaps = Questions without an answer
command-allow = Let a person or group use the bot
command-deny = No longer let them
