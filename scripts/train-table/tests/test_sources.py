"""Each reader on a few lines in its source's form. Run with: python -m unittest"""

import json
import random
import tempfile
import unittest
import zipfile
from pathlib import Path

from train_table.prepare import CEDICT, prepare
from train_table.sentences import passages, sentences
from train_table.sources import cedict, prose, reading, tatoeba, wordnet
from train_table.tokens import Tokeniser

CEDICT_LINES = """# a comment
貓 猫 [mao1] /cat/CL:隻|只[zhi1]/
橋 桥 [qiao2] /bridge (over water)/
王 王 [Wang2] /surname Wang/
后 后 [hou4] /empress/
後 后 [hou4] /behind/
"""
WORDNET_LINE = '02123649 05 n 02 ferry 0 ferry_boat 0 001 @ 0 n 0000 | a boat that carries people; "the ferry left at dawn today"\n'


class SourcesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf8")
        return path

    def test_cedict_gives_words_with_meanings_and_a_character_map(self) -> None:
        entries = cedict.read_entries(self.file("c", CEDICT_LINES))
        pairs = [(text.text, text.pair) for text in cedict.word_pairs(entries)]
        self.assertEqual(pairs, [("猫", 0), ("cat", 0), ("桥", 1), ("bridge", 1), ("后", 3), ("empress", 3)])
        self.assertEqual(cedict.simplified_characters(entries), {"貓": "猫", "橋": "桥", "後": "后"})

    def test_tatoeba_pairs_share_a_number(self) -> None:
        texts = list(tatoeba.sentence_pairs(self.file("t", "Hi.\t嗨。\tCC-BY\nno tab\nGo.\t走。\tCC-BY\n")))
        self.assertEqual([(text.text, text.pair) for text in texts], [("Hi.", 0), ("嗨。", 0), ("Go.", 2), ("走。", 2)])

    def test_wordnet_gives_words_gloss_and_example(self) -> None:
        for part in ("noun", "verb", "adj", "adv"):
            self.file(f"w/data.{part}", "  1 licence | text\n" + (WORDNET_LINE if part == "noun" else ""))
        texts = [(text.text, text.kind) for text in wordnet.glosses(self.folder / "w")]
        expected = [("ferry, ferry boat", "query"), ("a boat that carries people", "passage")]
        self.assertEqual(texts, [*expected, ("the ferry left at dawn today", "passage")])

    def test_reading_sets_give_passages_sentences_and_questions(self) -> None:
        context = "这座桥建于三百年前的夏天。桥长。"
        data = {"data": [{"paragraphs": [{"context": context, "qas": [{"question": "桥建于何时？"}]}]}]}
        texts = reading.passages_and_questions(self.file("r", json.dumps(data)), "zh", "drcd")
        found = [(text.text, text.kind) for text in texts]
        self.assertEqual(found, [(context, "passage"), ("桥建于何时？", "query"), ("这座桥建于三百年前的夏天。", "passage")])

    def test_prose_readers_undo_what_their_corpora_do(self) -> None:
        line = ' The " old @-@ fashioned " bridge , built in 1 @,@ 700 stone blocks , is long ( very long ) and <unk> it stands . \n'
        found = list(prose.wikitext(self.file("wiki", " = Head =\n" + line)))
        self.assertEqual(len(found), 1)
        self.assertIn("old-fashioned", found[0])
        self.assertIn("1,700 stone blocks, is long (very long) and", found[0])
        with zipfile.ZipFile(self.folder / "m.zip", "w") as archive:
            archive.writestr("a.txt", "We_PRP do_VBP n't_RB know_VB ._.")
        self.assertEqual(list(prose.masc(self.folder / "m.zip")), ["We don't know."])
        self.file("d2l/a.md", "你好`x`\n```\ncode\n```")
        self.file("d2l/a_origin.md", "hello")
        self.assertEqual([text.strip() for text in prose.book(self.folder / "d2l", "zh")], ["你好x"])
        self.assertEqual(list(prose.book(self.folder / "d2l", "en")), ["hello"])

    def test_prepare_maps_characters_and_names_what_is_missing(self) -> None:
        self.file(CEDICT, CEDICT_LINES)
        self.file("cmn.txt", "A cat.\t一隻貓。\tx\n")
        prepared = prepare(self.folder, 1)
        self.assertIn("一隻猫。", [text.text for text in prepared.texts])
        self.assertIn("wordnet", prepared.missing)
        self.assertNotIn("cmn.txt", prepared.missing)

    def test_prepare_needs_the_dictionary(self) -> None:
        with self.assertRaisesRegex(FileNotFoundError, "cedict"):
            prepare(self.folder, 1)


class TextTest(unittest.TestCase):
    def test_sentences_end_in_both_languages(self) -> None:
        self.assertEqual(sentences("一。二！Three. Four? 3.5 five"), ["一。", "二！", "Three.", "Four?", "3.5 five"])

    def test_passages_keep_every_sentence_once(self) -> None:
        text = "".join(f"这是第{number}句话，它说的是一条河。" for number in range(60))
        self.assertTrue(text.startswith("".join(passages(text, "zh", random.Random(3)))))

    def test_tokens_are_the_longest_known(self) -> None:
        known = ["ab", "##ab", "##abc", "12", "山", "山水", "书画"]
        ids = Tokeniser(known, {"書": "书"}).ids("ababc ab 123 12 山水書画山火 É")
        self.assertEqual([known[index] for index in ids], ["ab", "##abc", "ab", "12", "山水", "书画", "山"])


if __name__ == "__main__":
    unittest.main()
