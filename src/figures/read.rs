//! The numbers of one scene in order: each becomes a value, a change, or stays unclaimed with a reason.

use std::ops::Range;

use super::catalogue::Rule;
use super::changes::{self, Stated, Subject};
use super::cues::Cue;
use super::draft::{Claim, Draft, Label, Left, Maker};
use super::gap;
use super::lists::{self, Respective};
use super::matching::{self, Candidate, Place, Wanted};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Beside, Scene, Stretch};
use super::subject::{Owner, Reporter, owner};
use super::time::{Frame, Time, time};
use super::{Nature, Reason};
use crate::identity::Kind;
use crate::outline::Part;

/// Words by which a number leans on the one before it, longest first.
pub(super) const REFERENCES: &[&str] = &[
    "上年同期",
    "去年同期",
    "上一年度",
    "上年度",
    "上一年",
    "上年",
    "去年",
    "我市",
    "我县",
    "我区",
    "我省",
    "本市",
    "本县",
    "本区",
];

/// Reads every number of `scene` whose token is not in `skip`.
pub(crate) fn read(scene: &Scene<'_>, frame: Frame, reporter: Reporter<'_>, skip: &[bool]) -> Draft {
    let claims = Vec::with_capacity(scene.quantities().count());
    let draft = Draft { claims, ..Draft::default() };
    let mut reader = Reader { scene, frame, reporter, draft, found: vec![None; scene.tokens.len()], moved: None };
    for at in 0..scene.tokens.len() {
        if !skip.get(at).copied().unwrap_or(false) {
            reader.token(at);
        }
    }
    reader.draft
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    frame: Frame,
    reporter: Reporter<'a>,
    draft: Draft,
    /// The rule found at each token, kept for numbers that lean on it.
    found: Vec<Option<Candidate>>,
    /// The last change whose own words named what changed: its token and the rule.
    moved: Option<(usize, Candidate)>,
}

impl Reader<'_> {
    fn token(&mut self, at: usize) {
        let token = &self.scene.tokens[at];
        let quantity = match &token.kind {
            TokenKind::Quantity(quantity) => *quantity,
            TokenKind::Year(_) => return self.leave(at, Reason::Date),
            TokenKind::Not(reason) => return self.leave(at, *reason),
        };
        if self.change(at, &quantity) {
            return;
        }
        if let Some(from) = self.origin(at) {
            return self.risen(from, at, &quantity);
        }
        if self.destination(at).is_some() {
            // Read together with the number that it rose to, if that is read at all.
            return self.leave(at, Reason::NoIndicator);
        }
        if let Some(given) = lists::respective(self.scene, at) {
            return self.respective(at, &quantity, given);
        }
        let mut place = Place::of(self.scene, at).unwrap_or_else(|| self.place(at, &quantity));
        place.behind = self.behind(at);
        let items = lists::shared(self.scene, at, place.left);
        if items.len() >= 2 && self.shared(at, &quantity, &place, &items) {
            return;
        }
        self.single(at, &quantity, &place, None);
    }

    /// A number that 分别 gives to an item of a list, or to none.
    #[cold]
    fn respective(&mut self, at: usize, quantity: &Quantity, given: Option<Respective>) {
        let Some(Respective { item, shared, year }) = given else { return self.leave(at, Reason::NoIndicator) };
        let end = self.scene.tokens[at].end;
        let place = |left: Stretch| {
            let number = Stretch::new(left.end, end);
            Place { number, left, right: Stretch::new(end, end), quantity, behind: None }
        };
        let found = |left: Stretch| matching::best(self.scene, &place(left), Wanted::Measured);
        let own = found(item).is_some();
        // 解决率、满意率分别为…, 排查、预防纠纷分别为…: what no rule knows is not the last one's.
        let named = || item.of(self.scene.text).trim().ends_with(['率', '度', '比', '例']);
        let last = shared.of(self.scene.text);
        let its_own = || found(shared).is_some_and(|found| found.words_start <= shared.start);
        // 满意和基本满意率分别为… says the one in the other.
        let apart = || !last.contains(item.of(self.scene.text).trim()) && its_own();
        if !own && item != shared && year.is_none() && (named() || apart()) {
            return self.leave(at, Reason::NoIndicator);
        }
        self.single(at, quantity, &place(if own { item } else { shared }), year);
    }

    fn place<'q>(&self, at: usize, quantity: &'q Quantity) -> Place<'q> {
        let token = &self.scene.tokens[at];
        Place {
            number: Stretch::new(token.start, token.end),
            left: self.scene.left_window(at),
            right: self.scene.right_window(at),
            quantity,
            behind: None,
        }
    }

    /// The indicator of the number before token `at`, where both stand in one sentence part.
    fn behind(&self, at: usize) -> Option<usize> {
        let before = self.scene.previous_quantity(at)?;
        let group = self.scene.beside(at).group;
        let candidate = self.found[before].filter(|_| self.scene.tokens[before].start >= group.start)?;
        Some(self.scene.catalogue.rules.rules[candidate.rule].indicator)
    }

    fn leave(&mut self, at: usize, reason: Reason) {
        let token = &self.scene.tokens[at];
        self.draft.left.push(Left { span: Stretch::new(token.start, token.end), reason });
    }

    /// One number, one indicator; `year` is its own where a list of years gives it.
    fn single(&mut self, at: usize, quantity: &Quantity, place: &Place<'_>, year: Option<i32>) {
        let candidate = matching::best(self.scene, place, Wanted::Measured)
            .or_else(|| self.leaning(at, quantity))
            .or_else(|| self.reached(at, quantity));
        let candidate = candidate.filter(|found| !changes::is_difference(self.scene, at, found));
        self.found[at] = candidate;
        match candidate {
            Some(candidate) => self.settle(at, quantity, candidate, year),
            None => self.leave(at, self.why_not(at)),
        }
    }

    /// One number shared by the two or more items of a list; false where none of them fits.
    #[cold]
    fn shared(&mut self, at: usize, quantity: &Quantity, place: &Place<'_>, items: &[Stretch]) -> bool {
        let mut fits: Vec<Candidate> = Vec::new();
        for item in items {
            let number = Stretch::new(item.end, place.number.end);
            let right = Stretch::new(place.number.end, place.number.end);
            let alone = Place { left: *item, number, right, quantity, behind: None };
            let Some(candidate) = matching::best(self.scene, &alone, Wanted::Measured) else { continue };
            let indicator = |candidate: &Candidate| self.scene.catalogue.rules.rules[candidate.rule].indicator;
            if !fits.iter().any(|have| indicator(have) == indicator(&candidate)) {
                fits.push(candidate);
            }
        }
        if fits.is_empty() {
            return false;
        }
        self.found[at] = fits.first().copied();
        for candidate in fits {
            self.settle(at, quantity, candidate, None);
        }
        true
    }

    /// 我市为95.3%, (上一年为205件), 较2022年558件增加…: a number that leans on the words of the one before it.
    #[cold]
    fn leaning(&self, at: usize, quantity: &Quantity) -> Option<Candidate> {
        let Beside { sentence, left, cues, .. } = *self.scene.beside(at);
        let said = left.of(self.scene.text);
        let named = REFERENCES.iter().filter(|_| cues.has(Cue::Reference));
        let named = named.filter_map(|word| said.find(word).map(|start| start..start + word.len())).next();
        let reference = named.or_else(|| self.year_before(at))?;
        // 纠错236件,纠错率24%,较去年60件增长…: a rate between the two is passed over.
        let near = |before: &usize| self.scene.tokens[*before].start >= sentence.start;
        let before = std::iter::successors(self.scene.previous_quantity(at), |&at| self.scene.previous_quantity(at));
        let mut found = before.take_while(near).take(3).map_while(|before| self.found[before]);
        let (rules, measure) = (&self.scene.catalogue.rules.rules, quantity.measure?);
        let candidate = found.find(|found| rules[found.rule].units.contains(measure))?;
        let mut window = said.to_owned();
        window.replace_range(reference, "");
        // What is left of the unit of the number before, and marks.
        let rest = window.trim_start_matches(|c: char| "件起宗个项%人次户家名(,而较比与同和".contains(c));
        let rest = rest.strip_prefix("同期").unwrap_or(rest);
        (gap::width(rest) == 0).then_some(Candidate { score: candidate.score - 10, ..candidate })
    }

    /// The year that speaks for token `at`, in the words before it: (2022年205件), or 较2022年558件 where a change follows.
    fn year_before(&self, at: usize) -> Option<Range<usize>> {
        let (scene, left) = (self.scene, self.scene.left_window(at));
        let year = scene.tokens.get(at.checked_sub(1)?).filter(|token| token.start >= left.start)?;
        if !matches!(year.kind, TokenKind::Year(_)) {
            return None;
        }
        let compared = scene.text[..year.start].ends_with(['较', '比', '与', '同', '和']);
        let told = !compared || changes::follows(&scene.text[scene.tokens[at].end..]);
        told.then(|| year.start - left.start..year.end - left.start)
    }

    /// 新收案件同比增长31%,达到712件: the level that the change before it led to.
    #[cold]
    fn reached(&self, at: usize, quantity: &Quantity) -> Option<Candidate> {
        let (scene, (before, candidate)) = (self.scene, self.moved_before(at)?);
        let between = Stretch::new(scene.tokens[before].end, scene.left_window(at).end);
        let said = between.of(scene.text).trim_start_matches([',', ' ']);
        let leads = ["达", "至", "到", "为", "升至", "增至", "降至", "减至", "上升", "下降"];
        let words = Stretch::new(between.end - said.len(), between.end);
        let told = leads.iter().any(|lead| said.starts_with(lead)) && scene.is_filler(words);
        let units = scene.catalogue.rules.rules[candidate.rule].units;
        (told && quantity.measure.is_some_and(|measure| units.contains(measure))).then_some(candidate)
    }

    /// The change right before token `at` in its group, where its own words named what changed: its token and the rule.
    fn moved_before(&self, at: usize) -> Option<(usize, Candidate)> {
        let (scene, group) = (self.scene, self.scene.beside(at).group);
        self.moved.filter(|&(before, _)| {
            scene.previous_quantity(at) == Some(before) && scene.tokens[before].start >= group.start
        })
    }

    /// The number that token `at` rose or fell from: 由91%提高到97.4%.
    fn origin(&self, at: usize) -> Option<usize> {
        let before = self.scene.previous_quantity(at)?;
        (self.destination(before) == Some(at)).then_some(before)
    }

    /// The number that token `at` rose or fell to.
    fn destination(&self, at: usize) -> Option<usize> {
        let Beside { next, left, cues, .. } = *self.scene.beside(at);
        let next = next.filter(|_| cues.has(Cue::From))?;
        self.leads_from(at, next, left).then_some(next)
    }

    /// Whether a verb of rising or falling leads from token `at` to token `next`.
    #[cold]
    fn leads_from(&self, at: usize, next: usize, left: Stretch) -> bool {
        let (from, to) = (&self.scene.tokens[at], &self.scene.tokens[next]);
        let between = &self.scene.text[from.end..to.start.max(from.end)];
        let verbs = [
            "提高", "提升", "上升", "增长", "增加", "升", "下降", "降低", "降", "压减", "压缩", "缩短", "减少", "回落",
            "扩大", "增", "减", "跃升", "缩减", "精简", "扩充", "拓展", "扩展",
        ];
        let reached = ["至", "到", "为"].iter().any(|word| {
            between
                .find(word)
                .is_some_and(|cut| verbs.iter().any(|verb| between[..cut].trim_start_matches(',').ends_with(verb)))
        });
        if !reached || between.chars().count() > 16 || between.contains(['。', ';']) {
            return false;
        }
        let window = left.of(self.scene.text);
        window.rfind(['由', '从']).is_some_and(|mark| window[mark..].chars().count() <= 12)
    }

    /// B is this year's level, A that of the year before, unless years stand there.
    #[cold]
    fn risen(&mut self, from: usize, at: usize, quantity: &Quantity) {
        let scene = self.scene;
        self.draft.left.pop_if(|left| left.span.start == scene.tokens[from].start);
        let window = scene.left_window(from);
        let mark = window.start + window.of(scene.text).rfind(['由', '从']).unwrap_or(0);
        let mut left = Stretch::new(window.start, mark);
        if scene.is_filler(left) {
            let clause = scene.clause(scene.tokens[from].start);
            if clause.start > scene.group(clause.start).start {
                left = Stretch::new(scene.clause(clause.start - 1).start, mark);
            }
        }
        let token = &scene.tokens[at];
        let number = Stretch::new(mark, token.end);
        let place = Place { number, left, right: scene.right_window(at), quantity, behind: None };
        let candidate = matching::best(scene, &place, Wanted::Measured);
        self.found[at] = candidate;
        self.found[from] = candidate;
        let TokenKind::Quantity(earlier) = scene.tokens[from].kind else { return };
        let Some(candidate) = candidate else {
            self.leave(from, Reason::NoIndicator);
            return self.leave(at, Reason::NoIndicator);
        };
        let named = |stretch: Stretch| {
            scene.tokens.iter().rev().find_map(|token| match token.kind {
                TokenKind::Year(year) if token.start >= stretch.start && token.end <= stretch.end => Some(year),
                _ => None,
            })
        };
        let before = named(Stretch::new(mark, scene.tokens[from].start)).or(self.frame.year.map(|year| year - 1));
        let mut now = time(scene, at, self.frame, true, None);
        if now.nature != Nature::Target {
            now = Time { nature: Nature::Actual, year: self.frame.year, flags: Vec::new() };
        }
        let then = Time { nature: Nature::Prior, year: before, flags: Vec::new() };
        self.push(from, &Quantity { measure: earlier.measure.or(quantity.measure), ..earlier }, candidate, then);
        self.push(at, quantity, candidate, now);
    }

    /// Whether the number was read as a change.
    fn change(&mut self, at: usize, quantity: &Quantity) -> bool {
        changes::stated(self.scene, at, quantity).is_some_and(|stated| self.changed(at, quantity, stated))
    }

    /// As [`Reader::change`], of a number that states one.
    #[cold]
    fn changed(&mut self, at: usize, quantity: &Quantity, stated: Stated) -> bool {
        if changes::is_shared_out(self.scene, at) {
            self.leave(at, Reason::NoIndicator);
            return true;
        }
        let sentence = self.scene.beside(at).sentence;
        let level = Place::of(self.scene, at).and_then(|place| matching::best(self.scene, &place, Wanted::Measured));
        if changes::is_level(self.scene, &stated, &self.draft.claims, sentence, level.as_ref()) {
            return false;
        }
        // 案件减少12件,下降8.6%: two changes of one thing.
        let again = || {
            let (_, candidate) = self.moved_before(at)?;
            (changes::own_words(self.scene, at, &stated) < 2).then_some(Subject::Named(candidate))
        };
        let subject = changes::subject(self.scene, at, &stated, quantity, &self.draft).or_else(again);
        let year = match &subject {
            Some(Subject::Level(level)) => self.draft.claims[*level].time.year,
            _ => self.frame.year,
        };
        let named = match subject {
            Some(Subject::Named(candidate)) => Some(candidate),
            _ => None,
        };
        let shift = subject
            .and_then(|subject| changes::shift(self.scene, at, &stated, quantity, &subject, &self.draft.claims, year));
        // What is to rise or fall next year has not done so; a shortcoming is no achievement.
        let told = !matches!(self.frame.part, Part::Problems | Part::Plans) && self.frame.kind != Kind::WorkPlan;
        match shift {
            Some(shift) if told => {
                self.draft.shifts.push(shift);
                self.moved = named.map(|candidate| (at, candidate));
            }
            _ => self.leave(at, Reason::NoIndicator),
        }
        true
    }

    /// Time and owner of a number whose indicator is known; `year` as in [`Reader::single`].
    fn settle(&mut self, at: usize, quantity: &Quantity, candidate: Candidate, year: Option<i32>) {
        let scene = self.scene;
        let rate = scene.catalogue.indicators()[scene.catalogue.rules.rules[candidate.rule].indicator].unit == "%";
        let before = scene.previous_quantity(at).map_or(usize::MAX, |before| scene.tokens[before].start);
        let inherited =
            self.draft.claims.last().filter(|claim| claim.span.start == before).map(|claim| claim.time.clone());
        let time = match year {
            Some(year) => self.frame.level_of(year),
            None => time(scene, at, self.frame, rate, inherited.as_ref()),
        };
        self.push(at, quantity, candidate, time);
    }

    fn push(&mut self, at: usize, quantity: &Quantity, candidate: Candidate, time: Time) {
        let scene = self.scene;
        let token = &scene.tokens[at];
        let rule = &scene.catalogue.rules.rules[candidate.rule];
        let owner = owner(scene, at, self.reporter);
        if let Owner::Nobody(reason) = owner {
            return self.leave(at, reason);
        }
        let Beside { sentence, left: window, cues, lead, .. } = *scene.beside(at);
        let below = matches!(owner, Owner::Own | Owner::Other(_));
        let part = cues.has(Cue::Part) || lead.has(Cue::Part);
        if !below && part && self.part_of_whole(window, sentence, rule, &time) {
            return self.leave(at, Reason::PartOf);
        }
        // A shortcoming is no achievement: its figures make no point of a series.
        if self.frame.part == Part::Problems && time.nature != Nature::Target {
            return self.leave(at, Reason::NoIndicator);
        }
        let mut time = time;
        if time.nature == Nature::Cumulative && rule.stock {
            time = Time { nature: Nature::Actual, year: self.frame.year, flags: Vec::new() };
        }
        let value = clean(quantity.value * rule.factor);
        // More than all of something is a misreading.
        if scene.catalogue.indicators()[rule.indicator].unit == "%" && value > 100.0 || !value.is_finite() {
            return self.leave(at, Reason::NoIndicator);
        }
        self.draft.claims.push(Claim {
            indicator: rule.indicator,
            value,
            bound: quantity.bound,
            time,
            owner,
            span: Stretch::new(token.start, token.end),
            sentence,
            rule: Maker::Rule(candidate.rule),
            confidence: confidence(&candidate, quantity),
            flags: flags(scene, window, &candidate),
            weak: rule.weak,
            label: Label::Before(window),
        });
    }

    /// 其中 before a figure of the same indicator and time as one before it in the sentence, or in the one before where
    /// it opens the sentence. A part that bears the indicator's own name is no part of it: 应诉案件51件,其中一审38件.
    #[cold]
    fn part_of_whole(&self, window: Stretch, sentence: Stretch, rule: &Rule, time: &Time) -> bool {
        let said = window.of(self.scene.text);
        // 。其中,市级部门立案302件,各区353件: all of the sentence are parts of what the one before it told.
        let opens = sentence.of(self.scene.text).trim_start().starts_with("其中");
        let since = if opens { self.scene.sentence(sentence.start.saturating_sub(1)).start } else { sentence.start };
        (opens || said.contains("其中") || said.contains("含"))
            && self
                .draft
                .claims
                .iter()
                .rev()
                .take_while(|claim| claim.span.start >= since)
                .filter(|claim| rule.weak || !claim.weak)
                .any(|claim| claim.indicator == rule.indicator && claim.time.nature == time.nature)
    }

    /// Why a quantity that no rule took is left.
    fn why_not(&self, at: usize) -> Reason {
        let window = self.scene.left_window(at).of(self.scene.text);
        match owner(self.scene, at, self.reporter) {
            Owner::Nobody(reason) => return reason,
            Owner::Other(_) => return Reason::Scope,
            Owner::Whole | Owner::Own => {}
        }
        let token = &self.scene.tokens[at];
        let limit =
            ["日", "时", "分钟", "天"].iter().any(|word| self.scene.text[token.core_end..token.end].contains(word))
                || self.scene.text[token.end..].starts_with("日内");
        if window.contains("其中") {
            Reason::PartOf
        } else if limit {
            Reason::Limit
        } else {
            Reason::NoIndicator
        }
    }
}

/// Removes the noise of binary fractions: 25600 元 is 2.56 万元.
fn clean(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn confidence(candidate: &Candidate, quantity: &Quantity) -> f64 {
    let fit = f64::from(candidate.score.clamp(12, 70)) / 70.0;
    let doubt = if candidate.bare { 0.15 } else { 0.0 } + if quantity.chinese { 0.05 } else { 0.0 };
    ((0.6 + 0.38 * fit - doubt) * 100.0).round() / 100.0
}

/// `mixed` for one number of two nouns, `court_side` for a court's count of its cases.
fn flags(scene: &Scene<'_>, window: Stretch, candidate: &Candidate) -> Vec<String> {
    let rule = &scene.catalogue.rules.rules[candidate.rule];
    let indicator = &scene.catalogue.indicators()[rule.indicator];
    let said = window.of(scene.text);
    let mut flags = rule.flags.clone();
    let tail = scene.text.get(candidate.words_end..window.end).unwrap_or("");
    let two = tail.starts_with(['和', '、', '及', '与']) && gap::width(tail) >= 3;
    if two && indicator.unit != "%" && !said.contains("分别") {
        flags.push("mixed".into());
    }
    if indicator.id.starts_with("litigation.") && said.contains("法院") && !said.contains("履行") {
        flags.push("court_side".into());
    }
    flags
}
