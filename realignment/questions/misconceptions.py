"""The misconceptions that the questions recognise.

Each has a sentence for the student, which names what happened and the next step without giving the
answer away, and a note for the instructor.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    """One recognised misconception."""

    title: str
    to_student: str
    to_instructor: str


MISCONCEPTIONS: dict[str, Misconception] = {
    "reversed": Misconception(
        "the wrong way round",
        "You have the two in the opposite order. Ask who acts, then towards whom.",
        "Of an act: passive sentences and news English put the recipient first; let the student "
        "restate the sentence as 'X does something to Y'. Of an order or a fraction: ask which end "
        "comes first, or which number is the whole.",
    ),
    "publication_date": Misconception(
        "publication date taken for the event's date",
        "That is the day the story was published. When did the thing itself happen?",
        "The commonest dating error in event data. Machine coders make it too: many date an event "
        "by the article.",
    ),
    "claim_as_fact": Misconception(
        "a claim coded as a fact",
        "Somebody in the story says this; the story itself does not vouch for it. Whose word is "
        "it?",
        "Ask: if it proved false, who would have been wrong, the story or the speaker?",
    ),
    "fact_as_claim": Misconception(
        "the story's own statement given to a speaker",
        "Nobody is quoted here: the story says this on its own account.",
        "The opposite of a claim coded as a fact; it often comes from over-correcting.",
    ),
    "wrong_speaker": Misconception(
        "words given to a neighbouring speaker",
        "Two speakers stand close together here. Read again whose sentence this is.",
        "Sentences 6 and 7 share a paragraph; layout is not attribution.",
    ),
    "false_precision": Misconception(
        "more precision than the text gives",
        "That is more exact than the sentence is. Write no more than it supports.",
        "A day invented for a month hides that the day is unknown, and no later step can find out.",
    ),
    "too_vague": Misconception(
        "less precision than the text gives",
        "The story lets you be more exact than that. Look for a second sentence that helps.",
        "The student stopped at one sentence; dating often needs two.",
    ),
    "similarity_as_tie": Misconception(
        "similarity taken for a tie",
        "Two that behave alike have done nothing to each other yet. Look for an act between them.",
        "Sentence 15 says that Mali and Burkina Faso take a comparable line: that is a likeness to "
        "Niger, not a bond with it.",
    ),
    "missing_as_zero": Misconception(
        "missing taken for neutral",
        "A pair of which nothing is said is unknown. Unknown is neither neutral nor zero.",
        "Ask what a reader of another newspaper would have known of that pair.",
    ),
    "niger_nigeria": Misconception(
        "Niger and Nigeria confused",
        "That is Niger's southern neighbour. Check the code against the table of actors.",
        "ISO gives NE and NER to Niger, NG and NGA to Nigeria; the older FIPS list gives NG to "
        "Niger. Real data sets have merged the two.",
    ),
    "intent_as_event": Misconception(
        "an intent coded as an event",
        "A hope, plan or promise has not happened. Which kind is there for that?",
        "The test: could one photograph it on the day?",
    ),
    "event_as_statement": Misconception(
        "an act by words taken for mere speech",
        "Here the saying does something: it changes what holds between the two. What does the "
        "codebook call an act done by words?",
        "Denouncing a treaty, announcing a measure: after Austin, speech acts. The codebook counts "
        "them as events.",
    ),
    "statement_as_event": Misconception(
        "mere speech taken for an act",
        "These words report or comment; they change nothing by being said.",
        "The reverse of taking an act by words for mere speech.",
    ),
    "state_as_event": Misconception(
        "a state coded as an event",
        "This holds over a time; nothing happens in it. Which kind is there for that?",
        "The test: can it be dated by a day on which it was done?",
    ),
    "event_as_state": Misconception(
        "an event coded as a state",
        "Somebody did something here, at a time, even if its effect lasts.",
        "Students code the lasting effect (troops are gone) instead of the act (they were made "
        "to leave).",
    ),
    "relation_as_event": Misconception(
        "a standing description coded as an event",
        "This describes how two stand to each other; nobody does anything in it.",
        "Words such as ally, foe and former ruler are relations in the codebook.",
    ),
    "sign_from_quad": Misconception(
        "sign read off the quad class",
        "The quad class says how an act was done, not whether it brings the two closer. Look the "
        "act up in the table of signs.",
        "PLOVER counts a departure after an eviction as cooperation (RETREAT): it says how the act "
        "was done, and not what it meant.",
    ),
    "sign_flipped": Misconception(
        "sign the wrong way round",
        "You have friendly and hostile the wrong way round here.",
        "Usually a slip; if it comes again, ask for the act behind the tie.",
    ),
    "undirected": Misconception(
        "undirected where a direction is asked",
        "This question asks who acts towards whom, so A to B and B to A are two different pairs.",
        "A tie may be undirected; an act never is.",
    ),
    "organisation_as_state": Misconception(
        "an organisation taken for a state",
        "That is an organisation of states. Its members are states; it is none.",
        "Keep memberships and ties apart: in this module organisations are no nodes.",
    ),
    "label_as_actor": Misconception(
        "a label taken for an actor",
        "That is the narrator's word. Who would be on its list of members?",
        "'The West' has no members; to put the United States in its place is to add knowledge that "
        "the text does not give.",
    ),
    "authority_confused": Misconception(
        "one authority of a state taken for another",
        "One state, two authorities: which of them governed at that time?",
        "Bazoum's government ends on 26 July 2023, the CNSP begins then; the state is one.",
    ),
    "city_as_place": Misconception(
        "a metonym read as a place",
        "A city cannot say or decide anything. Who is meant by it?",
        "Washington, the Pentagon, the Kremlin: a place stands for a body.",
    ),
    "kind_confused": Misconception(
        "one kind of row taken for another",
        "That is another kind. Ask in turn: done at a time, said, holding for a while, hoped for, "
        "or how two stand to each other?",
        "Let the student try the five questions on one row aloud.",
    ),
    "wrong_actor": Misconception(
        "another actor than the one who acts",
        "That is not the one who acts here. Find the verb, and ask who does it.",
        "Often the subject of the main clause, where the act stands in another one.",
    ),
    "wrong_recipient": Misconception(
        "another recipient than the one acted upon",
        "That is not the one to whom it is done. Find the verb, and ask to whom.",
        "Often somebody whom the sentence names for another reason.",
    ),
    "negation_missed": Misconception(
        "a negation missed",
        "Read for a small word that turns the sentence round: did this happen?",
        "Sentence 12. Machine coders miss negation often, and then a release is counted.",
    ),
    "hedge_missed": Misconception(
        "a hedge missed",
        "The story does not commit itself here. Which words hold it back?",
        "Sentence 16: are seen to be. Seen by whom?",
    ),
    "hedge_everywhere": Misconception(
        "doubt where the text has none",
        "Certainty is about how the named source holds it, not about whether you believe it.",
        "A claim may be false and still be made with certainty.",
    ),
    "denounce_as_accuse": Misconception(
        "'denounce' read as 'condemn'",
        "In the language of treaties, to denounce is to give notice of ending. It is a deed more "
        "than a reproach.",
        "French dénoncer un accord. Machine coders fall into this one.",
    ),
    "neighbouring_type": Misconception(
        "a neighbouring event type",
        "Close: this type is often confused with another. Compare the two glosses in the codebook.",
        "See the column easily_confused_with of plover_types.csv.",
    ),
    "same_act_twice": Misconception(
        "one act counted as many",
        "The story tells of one act several times. How many acts are there?",
        "News repeats its news. Counting rows measures coverage; count acts.",
    ),
    "order_told": Misconception(
        "order of telling taken for order of happening",
        "That is the order in which the story tells it. Which of them happened first?",
        "News begins with the latest.",
    ),
    "off_by_one": Misconception(
        "one more or one less",
        "You are off by one. Let Python count.",
        "Fence posts and fences; inclusive counting of days.",
    ),
    "wrong_denominator": Misconception(
        "wrong denominator",
        "The count is of the right things, but out of how many?",
        "Pairs of n actors: n(n-1)/2. A share without its denominator says nothing.",
    ),
    "incomplete": Misconception(
        "something left out",
        "What you have is right as far as it goes, and something is missing.",
        "Usually the second half of a sentence, or the second row of a 'said' sentence.",
    ),
    "too_many": Misconception(
        "something added",
        "There is something here that does not belong.",
        "Ask for the sentence that supports each part.",
    ),
    "loaded_word": Misconception(
        "a loaded word taken for a neutral one",
        "Such a word carries a judgement. Which word would both sides accept?",
        "Not a ban on loaded words: they are data about the teller.",
    ),
    "outside_knowledge": Misconception(
        "outside knowledge brought in",
        "That may be so, but this text does not say it. Which sentence would you cite?",
        "The reference coding uses the text alone; the record comes in lesson 06.",
    ),
    "counts_as_strength": Misconception(
        "counts read as strength",
        "How often a thing is told is not how strong it is.",
        "Counts measure coverage and choice.",
    ),
    "balance_as_cause": Misconception(
        "balance read as a cause",
        "That a picture is balanced does not say why. What would have to be shown for a cause?",
        "Balance in one article measures how it was told.",
    ),
    "colour_alone": Misconception(
        "colour alone",
        "Your lines differ in colour only. A reader who sees no colour, or prints in grey, needs a "
        "second sign: dash the hostile ones.",
        "One man in twelve confuses some colours; every printer is grey on some day.",
    ),
    "no_legend": Misconception(
        "no legend",
        "The lines are there, but nothing says what they mean. Add a legend.",
        "A figure travels without its caption.",
    ),
    "words_missing": Misconception(
        "a picture whose words leave something out",
        "The picture is right, and its words leave out what was asked. Complete them.",
        "Who cannot see the picture has only its words, and blanks are not seen by anybody.",
    ),
    "words_false": Misconception(
        "a picture whose words say something else",
        "The picture is right, and its words say something else than the lines do. Count the lines "
        "once more, and name the pairs as they are drawn.",
        "Words that were typed for an earlier picture stay behind when the data change. Let the "
        "code write the numbers.",
    ),
    "verdict_confused": Misconception(
        "one verdict taken for a neighbouring one",
        "Look at what differs: a figure, a name, a group, a day, or who says so? Each of these has "
        "a verdict of its own.",
        "Rounded is for figures, imprecise for things, overgeneral for groups, unattributed for "
        "speakers. Several verdicts may be defended where a sentence does two of these at once.",
    ),
    "disagreement_counted": Misconception(
        "the other half counted",
        "You have counted those on which they disagree. The question asks for the others.",
        "Often 1 minus the right share: let the student say the question aloud.",
    ),
    "measure_confused": Misconception(
        "one measure of agreement taken for another",
        "That is another measure of the same two columns. Which one is asked, and what does it "
        "take away?",
        "Percent counts, kappa takes away the luck of two coders, alpha that of one pool.",
    ),
    "wrong_selection": Misconception(
        "another selection of the data",
        "The sum is well done, but on other rows or another column. Read again which are asked.",
        "Compare the number of units with the one expected before comparing results.",
    ),
    "chance_ignored": Misconception(
        "luck left out of account",
        "How often would they have agreed without reading, if one value is right nearly always?",
        "The prevalence problem: high agreement, low kappa (Feinstein and Cicchetti 1990).",
    ),
    "empty_code": Misconception(
        "the empty code mistaken",
        "Look again at what becomes of the dashes: a value like any other, or a gap?",
        "Agreement on 'nothing' inflates a measure; to drop it hides disagreements on whether "
        "there is anything.",
    ),
    "precision_recall": Misconception(
        "precision and recall confused",
        "You have the two the wrong way round. Of what is each a share?",
        "Precision: of what was coded. Recall: of what should have been found.",
    ),
    "learned_by_heart": Misconception(
        "the text learned by heart",
        "Such long pieces fit this story alone. Would they find anything in tomorrow's paper?",
        "Overfitting: a dictionary of whole sentences is right here and blind elsewhere.",
    ),
    "outlets_as_sources": Misconception(
        "outlets counted as sources",
        "Several papers can print one agency's text. Count by where the wording comes from.",
        "Five papers with one wire are one source. The column lineage keeps the origin.",
    ),
    "carrier_as_origin": Misconception(
        "the carrier taken for the origin",
        "The one who passes a text on does not become its source. What stands before 'through'?",
        "In a lineage, 'through' separates the origin from who carried it.",
    ),
    "unknown_as_independent": Misconception(
        "unknown origin taken for an independent one",
        "One of these origins is not known. What is not known may be the same.",
        "Independence has to be shown. An empty lineage shows nothing.",
    ),
    "story_for_record": Misconception(
        "the story's word taken for the record's",
        "That is what the story says. What does the record say, and who says it there?",
        "In lesson 06 the story is what is being checked, so it cannot be the measure.",
    ),
    "different_counts": Misconception(
        "different counts compared as one",
        "Do these figures count the same people, at the same places, by the same counter?",
        "A series made of several counters shows who counted. Compare within one counter first.",
    ),
    "unverified_as_known": Misconception(
        "unverified taken for verified",
        "Look at the column `verified`: not every row was seen in a source.",
        "Keep the two apart in every count, and report both.",
    ),
    "border_as_fact": Misconception(
        "a drawn line taken for a settled one",
        "That is one side's view of this area, or the map's habit. What does the note of the "
        "outline say?",
        "Every outline takes a side unless it says that it does not. Ask who drew it, and when.",
    ),
    "blank_as_none": Misconception(
        "no data taken for none",
        "Hatched means that nobody looked, or nobody told. It does not say that there is nothing.",
        "The presences of the record cover six host countries. The map of the others is empty "
        "because the table is.",
    ),
    "ended_as_open": Misconception(
        "what has ended counted as still there",
        "Something on your map or in your count had already left by that day. Look at the status.",
        "Often a table that was filtered by its beginning only.",
    ),
    "uncertain_as_open": Misconception(
        "the uncertain counted as certain",
        "You have counted some of which it is not certain that they were there. Which status do "
        "they have?",
        "An empty start means that no source was seen for the beginning.",
    ),
    "end_day_counted": Misconception(
        "the day of the end counted in",
        "In this record a spell holds up to the day of its end, but no longer on that day.",
        "Half-open spells: so that no day is counted twice when one spell follows another.",
    ),
    "suspended_as_out": Misconception(
        "a suspended member taken for one that has left",
        "To be suspended is to be kept out of the meetings, and still to be a member.",
        "The same with announcing an exit: the membership runs until the exit takes effect.",
    ),
    "later_knowledge": Misconception(
        "later days read back",
        "Something that you used had not happened yet on that day.",
        "Those who know how it went on see signs of it everywhere. The argument `at` forgets what "
        "came later.",
    ),
    "undated_map": Misconception(
        "a map without its day",
        "As of when? Nothing on the map says for which day it is drawn.",
        "Maps are torn out of their context and shared for years.",
    ),
    "name_as_actor": Misconception(
        "mentions, names and actors confused",
        "A mention, a name and an actor are three things. Which of them did you count?",
        "One body has many names, and a name can occur many times. Let the student say aloud what "
        "one row of the table stands for.",
    ),
    "level_confused": Misconception(
        "one level of actor taken for another",
        "The body may be right, but look at its level. Is it the country, who governs it, a part "
        "of it, or none of these?",
        "A state lasts, an authority governs it for a time, an organ serves it. See the column "
        "level of the table of actors.",
    ),
    "code_system": Misconception(
        "one list of country codes read as another",
        "Two lists use the same letters for different countries. Which list does this column use?",
        "FIPS 10-4 and ISO 3166-1 alpha-2. The mistake raises no error and leaves no gap.",
    ),
    "mark_confused": Misconception(
        "one mark of doubt taken for another",
        "You keep a doubt, but with another mark. Is it about then, one of several days, or from "
        "one day to another?",
        "~ is about, [a..b] is one of these, a/b is all the time from a to b.",
    ),
    "open_end": Misconception(
        "an open end closed, or forgotten",
        "The text leaves one side of this open. How is a side written that nobody tells?",
        "EDTF writes .. for it. To close it with the day of publication is to know more than the "
        "text.",
    ),
    "direction_of_time": Misconception(
        "counted in the wrong direction, or from the wrong day",
        "You counted, but from which day, and in which direction? Find the day that these "
        "words count from.",
        "'A day after' dates the earlier thing by the later one. Parsers count from the "
        "day of publication.",
    ),
    "lasted_within": Misconception(
        "lasting taken for falling within",
        "Did it go on from end to end, or happen once somewhere inside?",
        "The columns role and date_role. A visit lasted; a cut fell within.",
    ),
    "several_in_a_cell": Misconception(
        "a cell with several names skipped",
        "Some acts name several actors or recipients in one cell. Take the cells apart, and look "
        "again.",
        "A filter by == or .isin does not see a name inside a list; nothing warns of it.",
    ),
    "one_direction": Misconception(
        "only one direction looked at",
        "Either of the two may have acted. Did you look at both directions?",
        "An act is directed, a tie is not: its first act may come from either side.",
    ),
    "last_for_first": Misconception(
        "a later act taken for the first",
        "That is a later act between the two. Which came before it?",
        "The best-known act is often not the first one.",
    ),
    "window_as_act": Misconception(
        "the close of a window taken for an act",
        "On that day nobody did anything to the other. What has closed, then?",
        "A window ends ties in silence. The end is the rule's, not the actors'.",
    ),
    "silence_as_end": Misconception(
        "silence taken for an end",
        "Without news a tie goes on until its window closes. Has it closed by the last day?",
        "That nothing is reported is a fact about the reports.",
    ),
    "rule_made_tie": Misconception(
        "a tie of the rule taken for an act between two",
        "These two have done nothing to each other here. What had tied them, and what undid it?",
        "Co-signature makes cliques out of one act. Ask for the act, and to whom it was addressed.",
    ),
    "membership_as_tie": Misconception(
        "membership taken for the tie",
        "You may be right about the members. But what does the rule look at, and whom did nobody "
        "see leave?",
        "Chad and Mauritania noted the end of the G5 Sahel and announced no exit, so the rule "
        "keeps them tied.",
    ),
    "members_for_pairs": Misconception(
        "members counted where pairs are asked",
        "That is how many signed. The rule joins each with each: how many pairs is that?",
        "n members make n(n-1)/2 pairs; with three of them the two numbers happen to be equal.",
    ),
    "unknown_vote": Misconception(
        "an unknown vote counted as a vote",
        "One of these votes has not been seen. It can be neither alike nor different.",
        "Empty: not seen. Absent: seen, and no vote. Abstain: a vote. Only the last counts.",
    ),
    "abstention_as_nothing": Misconception(
        "an abstention taken for no vote",
        "To abstain is to vote, in its own way: the state was there and said neither yes nor no. "
        "Keep it.",
        "In the Assembly an abstention is recorded beside yes and no; to be absent is another "
        "thing.",
    ),
    "window_misjudged": Misconception(
        "a window too long or too short",
        "Count the days from the act to the day on which you look. On which side of your window "
        "does the act lie?",
        "Let the student work out the two lengths between which the window must lie.",
    ),
    "rule_misjudged": Misconception(
        "a rule that does not do what is wanted",
        "Your window is long enough. But what does your rule say where both signs lie in it?",
        "The student has changed one of two things that decide.",
    ),
    "private_person": Misconception(
        "a private person put into the table",
        "That is somebody who holds no office and did not act in public. A case does without the "
        "name.",
        "What is printed once can be found for ever. Ask whether the name explains the act.",
    ),
    "source_named": Misconception(
        "a helper put into the table",
        "A person who helped you to a text is no part of it, and may be harmed by being named.",
        "Whoever sent a text did so in private. A helper is no public actor.",
    ),
    "public_act_hidden": Misconception(
        "a public act kept out",
        "Somebody in office did this in public, and is responsible for it. To leave it out would "
        "hide who acts.",
        "Care for private persons is no reason to make office-holders anonymous.",
    ),
    "must_not_publish": Misconception(
        "work taken for publication",
        "Working with a text is not publishing it. Nothing here need be shown to anyone.",
        "Nobody has to publish, hand in or name a source to pass.",
    ),
    "strong_for_weak": Misconception(
        "strong and weak balance confused",
        "How many camps may there be: two, or any number? The answer depends on it.",
        "Three enemies are unbalanced in the strong sense and balanced in the weak one "
        "(Davis 1967).",
    ),
    "nothing_to_test": Misconception(
        "nothing to test taken for balanced",
        "There is nothing here that could have been out of balance. What is a share of nothing?",
        "A network without a cycle fits two camps whatever its signs; without a triangle no share "
        "can be computed.",
    ),
    "unsigned_tool": Misconception(
        "a measure without signs used on signed ties",
        "With what was this measured? A measure that takes weights for lengths cannot read a "
        "minus.",
        "networkx returns numbers without a warning; balance.guarded refuses and gives a way out.",
    ),
    "other_rule": Misconception(
        "another rule than the one asked for",
        "This follows another rule than the one that the question names.",
        "The rule is the second argument of `ties`; a student who leaves a loop variable standing "
        "gets the last rule of the loop.",
    ),
    "empty_result": Misconception(
        "an empty result",
        "Your answer is empty. If it was computed, no row fits all your conditions: try them one "
        "at a time.",
        "A misspelt value, or two conditions that exclude each other, keep no row and raise no "
        "error.",
    ),
    "other": Misconception(
        "not recognised",
        "This is not it yet. A hint may help.",
        "Look at the answer with the student; if it comes again, it deserves a name here.",
    ),
}
