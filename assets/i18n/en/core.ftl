# Names of the core's values

list-separator = {", "}
list-cut = { $items } and others, { $count } in all

kind-government-report = government report
kind-department-report = department report
kind-work-plan = work plan
kind-other = other document

level-province = province
level-prefecture = prefecture
level-county = county or district
level-zone = development zone
level-township = township or sub-district
level-department = department
level-unknown = unknown level

part-preamble = Opening
part-achievements = Measures and results
part-responsibility = Duties of the principal leaders
part-problems = Problems
part-plans = Next steps

section-leadership = 1. Party leadership and coordination
section-functions = 2. Government functions and business environment
section-enforcement = 3. Decision-making and enforcement
section-institutions = 4. Institutions and emergency management
section-disputes = 5. Dispute resolution and public legal services
section-oversight = 6. Digital government and oversight of power
section-none = No section in particular

outline-part-2 = Outline II: functions
outline-part-3 = Outline III: institutions
outline-part-4 = Outline IV: decisions
outline-part-5 = Outline V: enforcement
outline-part-6 = Outline VI: emergencies
outline-part-7 = Outline VII: disputes
outline-part-8 = Outline VIII: checks on power
outline-part-9 = Outline IX: technology
outline-part-10 = Outline X: Party leadership
outline-part-none = Other

nature-actual = actual
nature-target = target
nature-cumulative = cumulative
nature-partial = part of the year
nature-prior = earlier year
nature-inferred = from words

bound-at-least = ≥
bound-at-most = ≤
bound-about = ≈

gap-no-report = no report
gap-not-mentioned = not mentioned
gap-not-found = not found
gap-not-reviewed = not reviewed yet

standing-chosen = chosen by a person
standing-stated = the year's report
standing-inferred = from words
standing-from-next-year = next year's report

words-level = actual level prior inferred
words-partial = partial
words-cumulative = cumulative
words-target = target

strand-level = level of the year
strand-partial = part of the year
strand-cumulative = cumulative
strand-target = target

obstacle-nature = another nature
obstacle-period = another period
obstacle-base = another or unknown base
obstacle-scope = another scope
obstacle-unit = another unit
obstacle-bounds = bounds only
obstacle-several = several values
obstacle-label = another category

warning-replaced-bytes = { $count ->
    [one] { $count } place was no valid text and shows as "�"; check it against the original
   *[other] { $count } places were no valid text and show as "�"; check them against the original
}
warning-guessed-encoding = the encoding is not stated and was read as { $encoding }; please check
warning-split-paragraph = a paragraph was too long and was split
warning-truncated = the file is incomplete; only what is there was read
warning-unmapped-glyphs = { $count } glyphs have no character in the file; check the original
warning-scanned-pages = pages { $pages } are scanned pictures without a text layer and were not read
warning-recognised-text = the text of pages { $pages } was recognised from scanned pictures and may hold errors; check the original
unread-footnotes = footnotes and endnotes
unread-pictures = pictures
unread-objects = embedded objects
unread-text-boxes = text boxes
warning-unread = some content is not read by this version: { $what }

# Units of indicators
measure-case = cases
measure-person = people
measure-person-time = person-times
measure-time = times
measure-session = sessions
measure-item = items
measure-money = CNY 10,000
measure-firm = firms
measure-organisation = organisations
measure-entry = entries
measure-copy = copies
measure-piece = units
measure-file = files
measure-incident = incidents
measure-device = devices
measure-team = teams
measure-office = offices
measure-kind = kinds
measure-issue = issues
measure-grade = grades
measure-working-day = working days
measure-multiple = times as many
