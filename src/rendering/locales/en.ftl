### Every text that Footnote shows to people. zh.ftl has the same keys and arguments; a test compares the two.

## Answers
answer-likely = Closest passages
answer-related = No clear answer was found; these passages come closest
other-language = The articles are in another language and are quoted untranslated.
mark-verbatim = verbatim
mark-checked = checked
mark-matches = matches
mark-compare = compare
mark-sentence = the sentence itself
sources = Sources
open-words = The cited sentences do not mention { $words }.
verified-all-checked = { $count ->
    [one] ✓ The statement was checked by { $judge }.
   *[other] ✓ All { $count } statements were checked by { $judge }.
}
verified-all-matches = { $count ->
    [one] The statement matches its sentence; its meaning was not judged.
   *[other] { $count } statements match their sentences; their meaning was not judged.
}
verified-all-unsure = { $count ->
    [one] The statement matches its sentence; { $judge } could not decide on its meaning.
   *[other] { $count } statements match their sentences; { $judge } could not decide on their meaning.
}
verified-all-verbatim = { $count ->
    [one] The statement is a sentence of the articles, word for word.
   *[other] All { $count } statements are sentences of the articles, word for word.
}
verified-some-checked = ✓ { $count } checked by { $judge }
verified-some-matches = { $count ->
    [one] ≈ 1 matches its sentence, meaning not judged
   *[other] ≈ { $count } match their sentences, meaning not judged
}
verified-some-unsure = { $count ->
    [one] ≈ 1 matches its sentence, meaning not decided by { $judge }
   *[other] ≈ { $count } match their sentences, meaning not decided by { $judge }
}
verified-some-verbatim = “ ” { $count } word for word from the articles
verified-some-compare = { $count ->
    [one] ↓ 1 to compare with the sentence below it
   *[other] ↓ { $count } to compare with the sentences below them
}
verified-some-sentence = { $count ->
    [one] “ ” 1 sentence of an article instead of a statement that failed
   *[other] “ ” { $count } sentences of the articles instead of statements that failed
}
part-separator = {" · "}
dropped = { $count ->
    [one] 1 claim failed its check and was left out.
   *[other] { $count } claims failed their checks and were left out.
}
cut = (The answer was cut short; what is above was checked.)
looking = Searching the articles. Your answer will appear here shortly …
follows = Continuing: { $subject }
ask-as-new = Ask as a new question
change-needs-model = Without a chat model I cannot reword or translate. You can say "shorter", "as a table" or "expand the second point".
change-no-such-point = The last answer has no such point.
change-no-such-language = I answer in Chinese and English only.
table-day = Date
table-source = Source
table-claim = What it says
nothing-found = The articles do not say.
nothing-found-in-one = This article does not say.
unknown-names = The articles never mention { $names }.
quoted = “{ $name }”
name-separator = {", "}
every-claim-failed = { $count ->
    [one] The model's one statement failed its check, so here are the passages themselves.
   *[other] All { $count } statements of the model failed their checks, so here are the passages themselves.
}
no-claim-left = { $count ->
    [one] The model's one claim failed its check, so there is no answer.
   *[other] All { $count } claims of the model failed their checks, so there is no answer.
}
searched = { $articles ->
    [one] Searched 1 article{ $period }.
   *[other] Searched { $articles } articles{ $period }.
}
period = , { $from } to { $to }
period-day = , { $day }
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
summary-extracted = Main points (quoted from the article)
coverage = read { $read }/{ $of } passages
overview = Overview (quoted): { $read } articles read, of { $articles } that match
overview-button = Overview of related articles
only-this-article = Only this article: { $title }
digest-words = overview of new articles
digest-how = When shall I send what was new? For example: /digest Monday 9:00, /digest daily 8:30. /digest off ends it.
digest-set = I will send what was new { $day } at { $time }. /digest off ends it.
digest-off = The digest is off.
digest-none = No digest is set here.
digest-nothing = No new articles from { $from } to { $to }.
digest-may-not = In a group, only the owner and people the owner has allowed can set the digest.
day-every = every day
day-0 = on Sundays
day-1 = on Mondays
day-2 = on Tuesdays
day-3 = on Wednesdays
day-4 = on Thursdays
day-5 = on Fridays
day-6 = on Saturdays
summary-not-found = No article matches “{ $about }”. Try words from its title, or send its link.
timeline-rumour = {" "}(rumoured)
timeline-how = Which value over time? For example: /timeline Cursor valuation
timeline-none = The articles have no values over time for “{ $words }”. Name a thing and a property, for example: /timeline Cursor valuation

## The conversation
start =
    Hello! Ask me about these { $articles } articles{ $period }. Every statement carries a citation that you can check.

    Just send a question.
    { $writer }

    /help shows everything
writer-none = No chat model is connected: I quote the closest passages.
writer-model = Answers are written by { $model } and checked before you see them.
help =
    Send a question, or use:
    /ask question — ask
    /summary title or link — main points of one article (no title: the newest)
    /timeline THING PROPERTY — how a valuation, users and so on changed
    /digest Monday 9:00 — what was new, at a set time
    /articles words — articles with these words in title or account (no words: all of them); press a number for the main points or the whole text, or to ask only that one
    /find words — every place where they appear, letter by letter; several words must all be in one article, and a "phrase in quotes" stays together; account:NAME after:2024-10 before:2024-12 -word narrow it down (in /ask too)
    /new — start a new conversation
    /export — the conversation as a file with footnotes (💾 under an answer: only that one)
    /stop — stop the current answer; what was checked stays
    /help — this text
    a file ({ $formats }) or a forwarded post — added to the articles
help-quotes = Answers quote the articles word for word. [n] opens the original, and a number below shows the sentence in its context.
help-marks =
    A line below each answer says how its statements were verified. Those that differ from most carry a sign:
    “ ” verbatim — a sentence from the articles, word for word
    ✓ checked — matches, and a model that passed an exam says that the cited sentences support it
    ≈ matches — figures, dates, names and wording agree with the cited sentences; its meaning was not judged
    ↓ compare — figures and dates hold, the rest is unclear; its sentence is right below it
    “ ” sentence — the statement was refuted; this is the sentence that it cited

    Without ✓, cause and effect may be swapped, or one person's deed given to another. [n] opens the original, and a number below shows the cited sentence.
help-no-judge = No model judges the meaning of the statements, so none is marked ✓.
help-judge-pending = { $model } will judge them. Until it has passed its exam, none is marked ✓.
help-judge-passed = { $model } judges them. In its exam it got { $right } of { $asked } claims right. It can be wrong.
help-judge-failed = { $model } got only { $right } of { $asked } claims right in its exam, so its verdicts do not count, and none is marked ✓.
unknown-command = I do not know that command. /help shows all of them.
ask-for-question = What would you like to ask?
help-owner =
    Only for you, the owner:
    /allow — as a reply to somebody's message, with an id, or alone in a group: lets them use me
    /deny — the same way: takes it back
    /gaps — questions that the articles did not answer
    /stats — how answers and claims ended, and what is in the index
small-talk-greeting = Hello! Ask me about the articles; every answer carries its sources. /help shows everything.
small-talk-thanks = You are welcome! Just send your next question.
small-talk-nod = I am here. Just send a question about the articles.
stopped = Stopped.
nothing-to-stop = There is no answer to stop right now.
new-conversation = All right, a fresh start.
unread-other = I can only read text. Please send your question as text.
unread-picture = I cannot read pictures. Please type your question.
unread-voice = I cannot listen to recordings. Please type your question.
unread-video = I cannot watch videos. Please type your question.
unread-sticker = Thank you! I answer questions about the articles: just type one.
attachment-unread = (I read only your text, not the attachment.)
long-question = (Your text is long, so I searched with its question, or with its beginning and end.)

## Who may use the bot
stranger = Hello! This bot is open to invited people only. You can ask its owner for access; your id is { $id }.
no-owner =
    Hello! This bot has no owner yet. If it is yours, send me the pairing code that its terminal shows (npm run pair prints a new one).

    Otherwise please come back later. Your id is { $id }.
denied-person = Sorry, the bot's owner does not let you use it.
strange-group = This group may not use me yet. The bot's owner can allow it by sending /allow here.
group-allowed = Everybody in this group may use me now: mention me with a question, reply to me, or send /ask question.
ask-for-access = Ask for access
access-request = { $name } asks whether they may use this bot (id { $id }).
group-request = { $name } (id { $id }) has brought me into the group “{ $title }” ({ $group }). I answer nobody there until you allow it.
access-asked = I have asked the bot's owner. I will tell you the answer here.
access-waiting = The owner already has your request. I will tell you the answer here.
access-denied = The bot's owner has not given you access. You can ask again after a day.
access-unreachable = I cannot reach the bot's owner at the moment. You can send them your id yourself: { $id }
access-untold = (I could not notify them.)
access-settled = This request has already been settled: { $name }
you-are-allowed = You may use this bot now. Just send a question; /help shows everything.
allow = Allow
deny = Deny
now-allowed = Allowed: { $name }
now-denied = No longer allowed: { $name }
now-refused = Not allowed: { $name }
allow-how =
    Reply to somebody's message with /allow, or send /allow with an id. Alone in a group, it allows that group. /deny works the same way.

    { $list }
allow-nobody = Nobody but you is allowed so far.
allow-faceless = That message does not show who wrote it, or it is from a bot. Send the person's id instead.
allow-owner = The owner may always use the bot.
allow-anonymous = I cannot see who you are while you write anonymously. The bot's owner can send /allow from their own name, or /allow { $id } to me in private.

## Pairing with the owner
pairing-paired =
    You are this bot's owner now. Just send a question; /help shows everything.

    To let others in, reply with /allow to their message, or add me to a group. Whoever asks for access comes to you.
pairing-code-deleted = I have deleted your message with the code. It works only once anyway.
pairing-code-left = I could not delete your message with the code. It works only once, so it may stay.
pairing-already = You are this bot's owner already. That code works only once.
pairing-used = This code was used or withdrawn already. npm run pair prints a new one.
pairing-expired = This code is more than an hour old and no longer valid. npm run pair prints a new one.
pairing-wrong = This is not the valid code. The one that was printed last counts; npm run pair prints a new one.
pairing-too-many = Those were many tries. Please try again in an hour.
pairing-in-group = Codes count only in a private chat with me. Since others could read this one, it is void now; npm run pair prints a new one.
owner-replaced = Somebody with access to my terminal has printed a new pairing code, and the person with the id { $id } has used it: they are my owner now.

## Questions without an answer
gaps-none = No question has gone unanswered so far.
gaps = Questions that the articles did not answer (latest first):
gap-line = { $times ->
    [one] once
   *[other] { $times } times
} · { $day } · { $question }

## Browsing and finding
articles-all = { $count ->
    [one] 1 article
   *[other] All { $count } articles
}
articles-holding = { $count ->
    [one] 1 article with “{ $words }” in its title or account
   *[other] { $count } articles with “{ $words }” in title or account
}
articles-similar = { $count ->
    [one] No title has “{ $words }”; 1 is similar
   *[other] No title has “{ $words }”; { $count } are similar
}
articles-none = No title or account matches “{ $words }”. To search the text, use /find.
page = page { $page } of { $pages }
ask-alone = Ask only this one
scope-prompt = Your next question will be answered from this article only. Just send it.
scope-prompt-group = Reply to this message with your question; it will be answered from this article only. (/new cancels)
scope-leave = Ask all articles instead
scope-left = Your next question goes to all articles.
scoped = Searched only this article:{" "}
scope-over = Your next question goes to all articles.
scope-again = Ask this one again
ask-all = Answer from all articles
scope-gone = That article is no longer in the index, so nothing was searched. Shall I search all articles?
find-what = Which words shall I find? Several words must all be in one article; a "phrase in quotes" stays together.
find-too-many = At most { $most } words at a time. To find a whole sentence, put it in quotes.
found = Find: { $words }
found-total = { $places } in { $articles }
found-all-words = (each has all { $count } words)
found-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
found-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
found-none = { $count ->
    [one] The only article, searched letter by letter, does not contain: { $words }
   *[other] None of the { $count } articles, searched letter by letter, contains: { $words }
}
found-none-together = { $count ->
    [one] The only article does not contain all { $asked } words: { $words }
   *[other] None of the { $count } articles contains all { $asked } words: { $words }
}
list-gone = These buttons no longer work. Please send the command again.

## What a question was read as: days, sources
range-filter = Range: { $days }, { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
range-prefer = Preferred: articles around { $days }
range-empty = No articles from { $days }, so all dates were searched
days-since = since { $day }
days-until = until { $day }
scope-only = Only: { $scope }
scope-empty = No article matches { $scope }, so all were searched
newest-article = Newest article: { $day }
quoted-words = “{ $words }”
without-words = not { $words }
any-time = Any time
any-source = All sources
that-week = See { $days }
collection-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
collection-mentioning = { $count ->
    [one] { $count } article mentions { $words }
   *[other] { $count } articles mention { $words }
}
collection-accounts = { $count ->
    [one] { $count } account or author
   *[other] { $count } accounts or authors
}
collection-newest = Newest
collection-oldest = Oldest
collection-no-account = No account named

## Sources
button-gone = This button is too old and no longer works. Please ask again.
source-gone = This article is no longer in the index.
proof-place = { $percent }% into the article
proof-changed = the article has changed since then; this is the sentence as it was cited
send-file = Whole article
open-original = Open original

## Taking it away
save-reply = 💾 Save
conversation = conversation
conversation-of = Conversation since { $day }
conversation-lost = { $count ->
    [one] The oldest reply of this conversation is no longer stored.
   *[other] The { $count } oldest replies of this conversation are no longer stored.
}
asked-at = Asked { $at } UTC
footnote-separator = {", "}
in-brackets = ({ $what })
marks-explained = The signs: “ ” is a sentence from an article, word for word, or replaces a statement that was refuted; ✓ was checked: a model that passed an exam says that the sentences support it; ≈ matches: figures, dates, names and wording agree, but the meaning was not judged; ↓ is for you to compare with the sentence below it. What most statements have in common carries no sign; the line below them says it.
nothing-to-export = There is nothing to export yet: ask something first. (A new conversation begins with /new.)
reply-gone = This answer is no longer stored.

## Votes
vote-up = Thank you! Press again to undo.
vote-down = Thank you. What was wrong? Choose below, if you like.
vote-noted = Noted: { $reason }
vote-withdrawn = Your vote was removed.
vote-wrong = Wrong
vote-misread = Off topic
vote-incomplete = Incomplete
vote-missed = It’s in there
vote-uncollected = Worth adding

## Inline mode: @bot question in any chat. A button of few words stands above the results
help-inline = In any other chat, type @{ $bot } and a question, then pick a passage to quote.
inline-how = Type a question about the articles
inline-nothing = The articles do not say. Open the chat with me
inline-invited-only = By invitation only. Ask for access
inline-failed = Something went wrong. Open the chat with me

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
    [one] 1 passage that is not part of the article left out
   *[other] { $count } passages that are not part of the article left out
}
repeats = Almost word for word the same as “{ $title }”
suggested-questions = You could ask:
asked = ❓ { $question }
already-there = Already in the collection:{" "}
not-added = Not added:{" "}
not-added-named = “{ $label }” was not added:{" "}
refused-too-large = it is larger than 20 MB, the limit that Telegram sets for bots. Put it into the articles folder, or split it.
refused-kind = I read { $formats } files, and forwarded posts with text.
refused-empty = there is no text in it.
refused-pictures-only = it has only pictures, and I cannot read those.
refused-no-text-layer = the PDF has no text layer; it is probably a scan. Run text recognition (OCR) on it first.
refused-encoding = it is not text in UTF-8 or GB18030. Save it as UTF-8.
refused-error-page = it is an error or verification page instead of the article. Open the article, then save that page.
refused-damaged = the file is damaged or locked.
refused-too-much = reading it takes too much time or memory. Split it, or save only its text.
refused-unreadable = it could not be read.
refused-not-fetched = Telegram did not deliver the file. Please send it again.
refused-link-address = the link does not lead to the public internet.
refused-link-status = the server has no page at that address, or refuses to give it to me. Open it yourself and send it as a file.
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
undo-sent-again = Not removed, because it has been sent again since: { $title }
undone-before = This has already been removed.
title-separator = {"; "}
may-not-undo = Only the person who added it and the bot's owner can undo this.
may-not-add = Only the owner and people the owner has allowed can add articles.
link-alone = I do not open links. Save the page as a file (.html, .md or .pdf) and send it, or forward the post to me, and I will add it.
link-unread = I did not open the link: it is not one of the articles.
forwarded-unclear = { $count ->
    [1] Shall I answer this, or keep it as an article?
   *[other] Shall I keep these as articles?
  }
forwarded-answer = Answer it
forwarded-keep = Keep
link-known = This article is already here: “{ $title }”.
summarise-it = Summarise it

## Figures for the owner
stats = Today (1d), seven days (7d), all; days in UTC
stats-none = Nothing has been asked so far.
stats-today = 1d
stats-week = 7d
stats-all = all
stats-questions = QUESTIONS
stats-votes = Votes: 👍 { $up } · 👎 { $down }
stats-index = Index
stats-articles = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}{ $period } · { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}
stats-chat-model = Chat model: { $model }
stats-judge-model = Judge: { $model }
stats-exam-pending = exam not finished
stats-exam-passed = passed its exam ({ $right } of { $asked })
stats-exam-failed = failed its exam ({ $right } of { $asked }), its verdicts do not count
stats-judge-cost = A call of the judge takes about { $tokens } tokens
stats-no-model = none
stats-embedder = Embeddings: { $embedder }
outcome-answered = answered
outcome-answered-cut = answered, cut short
outcome-closest-likely = closest passages
outcome-closest-related = related passages
outcome-abstained-nothing-found = no passage found
outcome-abstained-weak-evidence = too little evidence
outcome-abstained-no-claim-left = every claim failed
outcome-abstained-model-abstained = model found nothing
outcome-abstained-needs-model = change needs a model
outcome-abstained-no-such-point = no such point
outcome-abstained-no-such-language = no such language
outcome-stopped = stopped
outcome-all-refuted = every claim failed
outcome-error = failed
outcome-failure-model-auth = model refused access
outcome-failure-model-missing = model not found
outcome-failure-model-credit = model credit used up
outcome-failure-model-rate-limit = model busy, no credit
outcome-failure-model-unreachable = model unreachable
outcome-failure-model-cut = model cut off
outcome-failure-model-answer = model refused request
outcome-failure-model-context = too long for model
outcome-failure-model-length = model's limit reached
outcome-failure-model-filtered = blocked by a filter
outcome-failure-model-unusable = model's reply unusable
outcome-repaired = repaired claims
outcome-dropped-no-citation = ✗ no citation
outcome-dropped-unknown-key = ✗ forged citation
outcome-dropped-figure = ✗ figure
outcome-dropped-unit = ✗ unit
outcome-dropped-date = ✗ date
outcome-dropped-misplaced-figure = ✗ another's figure
outcome-dropped-name = ✗ name
outcome-dropped-link = ✗ link
outcome-dropped-negation = ✗ negation
outcome-dropped-hedge = ✗ hedge
outcome-dropped-plan = ✗ plan told as fact
outcome-dropped-opposite = ✗ opposite
outcome-dropped-overstated = ✗ some told as all
outcome-dropped-unsupported = ✗ not in the source
outcome-dropped-judged = ✗ refused by the judge
outcome-judge-answered = judge answered
outcome-judge-unreadable = judge unreadable
outcome-judge-slow = judge too slow
outcome-judge-failed = judge failed
outcome-judge-unsure = claims left undecided
outcome-mark-verbatim = claims verbatim
outcome-mark-checked = claims checked
outcome-mark-matches = claims matching
outcome-mark-compare = claims to compare
outcome-mark-sentence = sentences instead
outcome-summary-written = summaries written
outcome-summary-extracted = summaries quoted
outcome-summary-failed = summaries failed
outcome-tokens-chat-read = tokens read, chat
outcome-tokens-chat-written = tokens written, chat
outcome-tokens-judge-read = tokens read, judge
outcome-tokens-judge-written = tokens written, judge
outcome-tokens-exam-read = tokens read, exam
outcome-tokens-exam-written = tokens written, exam

exam-failed = { $judge } got { $right } of { $asked } claims right in its exam, which is too few. Its verdicts do not count, and statements are marked “matches” at most. Set JUDGE_MODEL to a stronger model, or JUDGE=off.

## When something fails
error-no-index = There is no index yet. The bot's owner has to create it first.
error-index-broken = The index is damaged. The bot's owner has to rebuild it.
error-index-model = The index belongs to another embedding model. The bot's owner has to rebuild it.
error-model-auth = The model server refused access. The bot's owner has to check the key.
error-model-missing = The configured model was not found. The bot's owner has to check the settings.
error-model-credit = The model's credit is used up. The bot's owner has to top it up.
error-model-rate-limit = The model server is too busy, or its credit is used up. Please try again later.
error-model-unreachable = The model server does not answer. Please try again later.
error-model-cut = The model's answer was cut off. Please try again.
error-model-answer = The model server did not accept the request. The bot's owner has to check the settings.
error-model-context = The question with its passages is too long for the model. The bot's owner has to give it more context.
error-model-length = The model reached its length limit before it answered. The bot's owner can raise CHAT_MAX_TOKENS.
error-model-filtered = A filter on the model server blocked the answer. Other words may help.
error-model-unusable = The model gave no usable answer. Please try again.
error-other = Sorry, something went wrong. It has been noted; please try again.

## The menu
command-ask = Ask a question
command-summary = Main points of an article
command-timeline = How a figure changed over time
command-digest = What was new, at a set time
command-articles = Browse or search the articles
command-find = Find words in all articles
command-new = Start a new conversation
command-export = The conversation as a file
command-stop = Stop the current answer
command-help = How to use this bot
command-gaps = Questions without an answer
command-stats = How answers ended, and the index
command-allow = Let a person or a group use the bot
command-deny = Take that permission back
