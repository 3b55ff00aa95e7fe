// contract-words.mjs: what contracts.mjs makes the demonstration's contracts of: services, criteria, calls, sentences. All invented.

export const aims = ["Help people to stay well and independent at home", "Support carers of every age", "Better mental health, sooner",
	"Give every child a good start", "Fair access for those who find it hardest", "Dignity and choice at the end of life", "Listen to patients and the public"];

/** A KPI: name, unit, target, better, usual value, swing over the seasons, change a year, noise; outcome: what people got out of it; every: asked in every so manieth return. */
const kpi = (name, unit, target, better, usual, swing = 0.05, change = 0, noise = 0.04, more = {}) => ({ name, unit, target, better, usual, swing, change, noise, ...more });
const outcome = { outcome: true };

// from: years before this financial year; years: as it was signed; review: months between two; story: what its reviews were.
export const services = [
	{ org: "ZZ-V01", pounds: 268000, service: "Hospice care at home: nights and weekends", served: "Adults in the last weeks of life who wish to be at home, and those who look after them",
		area: "All five localities", route: "direct", aim: 5, from: 4, years: 6, notice: 12, review: 24, spec: 2, story: "continue", earlier: "continue", level: 3.4, extension: 2,
		kpis: [kpi("People who died where they wished to", "percent", 80, "high", 83, 0.02, 0.01, 0.03, outcome), kpi("Nights of care at home", "number", 400, "high", 430, 0.08, 0.02),
			kpi("Urgent visits within 4 hours", "percent", 95, "high", 96, 0.02, 0, 0.02), kpi("Families who would recommend the service", "percent", 90, "high", 95, 0, 0, 0.02, { every: 4 })],
		did: ["Night sits rose in the cold months, and two more nurses were taken on for weekends.", "The telephone line for families was answered day and night.", "We met the district nurses each month to plan who needs us next."],
		cases: ["A retired bus driver wished to see his garden to the end. Nurses came three nights a week, the bed was moved to the window, and he died at home with his wife beside him."] },
	{ org: "ZZ-V01", kind: "grant", pounds: 218000, service: "Contribution to twelve inpatient beds of the hospice", served: "Adults with needs at the end of life that cannot be met at home",
		area: "All five localities", route: "grant", aim: 5, from: 5, years: 5, notice: 12, review: 24, spec: 1, story: "extend", level: 3.1, extended: true,
		kpis: [kpi("Beds in use", "percent", 82, "high", 84, 0.05, 0, 0.03), kpi("People admitted within two days of being asked", "percent", 85, "high", 86, 0.04, 0, 0.04), kpi("People whose pain was under control within 24 hours", "percent", 90, "high", 92, 0, 0.01, 0.02, outcome)],
		did: ["One room was closed for three weeks while its floor was replaced.", "Admissions at weekends are possible again since a second doctor joined.", "Fund-raising covered two thirds of the running costs."],
		cases: ["Somebody came in for five days to have their pain looked at, and went home again with a plan that the family could follow."] },
	{ org: "ZZ-V03", pounds: 140500, service: "Advice and support for unpaid carers", served: "Adults who look after somebody without pay", area: "All five localities", route: "open", aim: 1, from: 3, years: 5, notice: 6, review: 18, spec: 2,
		story: "findings", conflict: "third", level: 2.7, surveys: true,
		kpis: [kpi("Carers who feel better able to carry on", "percent", 75, "high", 76, 0.03, 0.02, 0.04, outcome), kpi("New carers registered", "number", 180, "high", 192, 0.1, 0.03, 0.07), kpi("Days until a carer's first talk", "days", 10, "low", 9, 0.1, 0.05, 0.12), kpi("Carers who know whom to ring in an emergency", "percent", 80, "high", 74, 0, 0.04, 0.04, { every: 4 })],
		did: ["Carers are found in practices: twelve now have a carers' board and a named person.", "Two workers were ill for six weeks, and first talks had to wait longer.", "The evening group for carers who have jobs is full."],
		cases: ["A daughter who looks after both parents had not slept through for a year. With an emergency plan and one free afternoon a week she kept her job."] },
	{ org: "ZZ-V03", pounds: 96000, service: "Breaks for carers: sitting at home and days out", served: "Carers who have had no break for three months", area: "All five localities", route: "direct", aim: 1, from: 4, years: 6, notice: 6, review: 24, spec: 1, story: "conditions", level: 2.3,
		kpis: [kpi("Hours of break given", "hours", 2100, "high", 2080, 0.09, 0.03, 0.05), kpi("Carers who had a break", "number", 130, "high", 127, 0.08, 0.03, 0.06), kpi("Carers less strained three months later", "percent", 60, "high", 60, 0, 0.05, 0.05, outcome)],
		did: ["Sitters are hard to find on the coast; we advertise with the college.", "Days out stopped in the cold weeks and the hours went into sitting at home.", "Carers now book by telephone or text message."],
		cases: ["A man who looks after his brother went to a match for the first time in four years, while a sitter he knew stayed at home."] },
	{ org: "ZZ-V07", pounds: 42000, service: "Young carers: weekly group and work in schools", served: "Young people of 8 to 17 who look after somebody in their family", area: "Eastmere and Saltmarsh Coast", route: "grant", aim: 1, from: 3, years: 5, notice: 3, review: 12, spec: 1, story: "overdue", missing: 1,
		kpis: [kpi("Young carers who come at least monthly", "number", 60, "high", 63, 0.2, 0.04, 0.06), kpi("Young carers whose school attendance got better", "percent", 65, "high", 66, 0, 0.03, 0.05, outcome)],
		did: ["Four more schools named a teacher for young carers.", "Numbers fall in the holidays, so we took the group to the beach.", "The minibus broke down; parents took turns to drive."],
		cases: ["A girl of 12 who cooks for her mother and two brothers now has somebody at school who knows why homework is late."] },
	{ org: "ZZ-V08", pounds: 64500, service: "Independent advocacy for health complaints and meetings", served: "Patients who find it hard to speak for themselves", area: "All five localities", route: "open", aim: 6, from: 2, years: 4, notice: 6, review: 12, spec: 3, story: "vary", level: 2.6, extension: 2,
		kpis: [kpi("People with an advocate", "number", 75, "high", 81, 0.06, 0.06, 0.06), kpi("Days until an advocate rings back", "days", 3, "low", 2.6, 0.1, 0, 0.15), kpi("People who say that they were heard", "percent", 80, "high", 82, 0, 0.01, 0.04, outcome)],
		did: ["More people ask for help with meetings about care homes.", "A leaflet in plain words is in every waiting room.", "We trained nine volunteers."],
		cases: ["A man who cannot read was helped to tell the hospital what had happened to his wife. He received an apology, and the ward changed how it hands over."] },
	{ org: "ZZ-V08", kind: "grant", pounds: 18000, service: "Support for patient participation groups", served: "Volunteers in the patient groups of 50 practices", area: "All five localities", route: "inherited", aim: 6, from: 6, years: 8, review: 0, spec: 0, returns: 0, story: "", kpis: [] },
	{ org: "ZZ-V02", pounds: 57000, service: "Befriending for older people who live alone", served: "People over 70 who see nobody for days", area: "Eastmere, Highfell", route: "restricted", aim: 0, from: 3, years: 5, notice: 6, review: 12, spec: 1, story: "made", level: 3.0,
		kpis: [kpi("People with a befriender", "number", 140, "high", 151, 0.04, 0.05, 0.04), kpi("People who feel less lonely after six months", "percent", 70, "high", 73, 0, 0.02, 0.04, outcome), kpi("Days from asking to the first visit", "days", 28, "low", 27, 0.15, -0.03, 0.1)],
		did: ["Forty volunteers visit each week; eleven are new.", "The telephone circle on Sundays grew to six tables.", "Waiting grew in the autumn, when more people ask."],
		cases: ["A widower who had stopped cooking now makes soup every Thursday with a student who wants to learn how."] },
	{ org: "ZZ-V02", pounds: 84000, service: "Home from hospital: help in the first six weeks", served: "People over 65 who go home from hospital to nobody", area: "All five localities", route: "open", aim: 0, from: 3, years: 6, notice: 6, review: 18, spec: 2, story: "scoring", level: 2.8, excused: 7,
		kpis: [kpi("People still at home three months later", "percent", 85, "high", 86, 0.02, 0.01, 0.02, outcome), kpi("People helped", "number", 210, "high", 226, 0.12, 0.03, 0.05), kpi("First visit within a day of going home", "percent", 90, "high", 89, 0.04, 0, 0.03)],
		did: ["The ward rings us the day before, so that the heating is on.", "January was the busiest month that we have had.", "Two of our drivers also fit key safes."],
		cases: ["A woman of 84 came home on a Friday to a cold flat and no bread. Our worker was there with the shopping, and she did not go back to hospital."] },
	{ org: "ZZ-V02", pounds: 26400, service: "Strength and balance classes to prevent falls", served: "People over 65 who have fallen or fear to", area: "Millbrook Valley", route: "direct", aim: 0, from: 2, endsIn: 4, notice: 3, review: 24, spec: 1, returns: 0, story: "", extension: 1,
		kpis: [kpi("People who finish twelve classes", "number", 45, "high", 0, 0, 0, 0, outcome)] },
	{ org: "ZZ-V05", pounds: 112000, service: "Community transport to health appointments", served: "Patients who cannot use a bus and have no car", area: "Highfell, Millbrook Valley, Saltmarsh Coast", route: "open", aim: 4, from: 4, years: 6, notice: 6, review: 12, spec: 2, story: "moderation", level: 2.4, back: true,
		kpis: [kpi("Journeys", "number", 3200, "high", 3150, 0.07, 0.02, 0.04), kpi("People who arrived in time", "percent", 95, "high", 93.5, 0.02, 0.01, 0.02, outcome), kpi("Cost of a journey", "pounds", 9, "low", 9.2, 0.03, -0.03, 0.03), kpi("Journeys that we had to refuse", "percent", 5, "low", 5.2, 0.1, 0.04, 0.1)],
		did: ["Fuel costs more, and two volunteers gave up driving.", "Snow stopped us for four days.", "Patients of the eye clinic book through the clinic now."],
		cases: ["A farmer who lives eleven miles from a bus stop had his cancer treatment on all twenty days, and was home for milking."] },
	{ org: "ZZ-V05", kind: "grant", pounds: 24000, service: "A minibus for day centres", served: "People who go to four day centres", area: "Saltmarsh Coast", route: "inherited", aim: 4, from: 5, years: 7, review: 24, spec: 0, story: "overdue",
		kpis: [kpi("Days on the road", "number", 58, "high", 60, 0.05, 0, 0.05), kpi("People at a day centre who would not be there otherwise", "number", 70, "high", 72, 0.06, 0, 0.06, outcome)],
		did: ["The bus passed its inspection after new brakes.", "One centre is closed on Wednesdays now."], cases: ["Four neighbours in their eighties go to the same centre again, and sit in the back row."] },
	{ org: "ZZ-V06", pounds: 61000, service: "Support after a stroke, from hospital to six months", served: "People who have had a stroke, and their families", area: "All five localities", route: "restricted", aim: 0, from: 3, years: 5, notice: 6, review: 18, spec: 2, story: "panel", conflict: "panel", level: 3.2,
		kpis: [kpi("People seen within a week of going home", "percent", 85, "high", 88, 0.03, 0.02, 0.03), kpi("Six-month reviews done", "percent", 75, "high", 78, 0.03, 0.04, 0.04), kpi("People who met a goal of their own", "percent", 65, "high", 69, 0, 0.03, 0.04, outcome)],
		did: ["We sit in the ward round on Mondays.", "The family course ran twice.", "A volunteer with aphasia leads the coffee morning."],
		cases: ["A man of 52 wanted to make tea for his wife again. After eleven weeks he did, with one hand and a kettle that tips."] },
	{ org: "ZZ-V06", kind: "grant", pounds: 14500, service: "Conversation groups for people with aphasia", served: "People who lost words after a stroke", area: "Eastmere", route: "grant", aim: 4, from: 2, years: 3, review: 12, spec: "draft", returns: 12, story: "", kpis: [kpi("People who come at least twice a month", "number", 24, "high", 26), kpi("Members who speak more at home", "percent", 60, "high", 64, 0, 0, 0.04, outcome)],
		did: ["Two groups meet above the library.", "Students of speech therapy help on Tuesdays."], cases: ["A member ordered her own lunch in a café, and the whole group clapped."] },
	{ org: "ZZ-V04", pounds: 73800, service: "Mental health drop-in, five evenings a week", served: "Adults in distress who want to talk to somebody today", area: "Castle and Quays", route: "direct", aim: 2, from: 3, years: 4, notice: 3, review: 12, spec: 1, story: "calendar", level: 1.9, missing: 2, decline: 0.16,
		kpis: [kpi("Visits", "number", 900, "high", 930, 0.06, -0.12, 0.05), kpi("People who wait longer than 20 minutes", "percent", 15, "low", 19, 0.1, 0.25, 0.12), kpi("People calmer when they leave", "percent", 80, "high", 74, 0, -0.04, 0.04, outcome), kpi("Evenings that we were open", "number", 60, "high", 56, 0.03, -0.06, 0.04)],
		did: ["We closed eleven evenings because nobody could be found to lead them.", "More people come who are in real crisis.", "The lease of the rooms ends in spring."],
		cases: ["Somebody who had walked along the quay for two hours came in because the light was on. They stayed until a friend came."] },
	{ org: "ZZ-V04", pounds: 68000, service: "Counselling for anxiety and low mood", served: "Adults whom their practice refers", area: "Castle and Quays, Eastmere", route: "framework", aim: 2, from: 3, years: 5, notice: 6, review: 18, spec: 2, story: "scoring2", level: 2.6,
		kpis: [kpi("People who finished counselling", "number", 85, "high", 88, 0.05, 0.02, 0.05), kpi("People who recovered", "percent", 50, "high", 52, 0, 0.03, 0.05, outcome), kpi("Weeks until the first session, as days", "days", 42, "low", 41, 0.08, -0.05, 0.08)],
		did: ["Evening sessions are booked for six weeks ahead.", "A third of the sessions are by video.", "People who miss two sessions are rung, not dropped."],
		cases: ["A student who had not been to a lecture since Christmas finished the year after eight sessions."] },
	{ org: "ZZ-V09", pounds: 40000, service: "Support for bereaved adults and families", served: "People who lost somebody in the last two years", area: "All five localities", route: "restricted", aim: 5, from: 3, years: 5, notice: 6, review: 24, spec: 1, story: "continue", level: 2.9,
		kpis: [kpi("People supported", "number", 95, "high", 101, 0.07, 0.03, 0.05), kpi("Days until the first meeting", "days", 21, "low", 19, 0.08, 0, 0.1), kpi("People who cope better", "percent", 70, "high", 75, 0, 0.01, 0.04, outcome)],
		did: ["The walking group goes on in all weathers.", "We train volunteers with the hospice.", "December is our longest month."], cases: ["Two fathers who had both lost a daughter met here, and now mend bicycles together on Saturdays."] },
	{ org: "ZZ-V10", pounds: 47500, service: "Home visiting for families with young children", served: "Families under strain with a child under 5", area: "Castle and Quays, Millbrook Valley", route: "open", aim: 3, from: 3, years: 4, notice: 6, review: 24, spec: 2, story: "extend", level: 3.0, extended: true,
		kpis: [kpi("Families visited each week", "number", 48, "high", 51, 0.04, 0.03, 0.04), kpi("Families who cope better after six months", "percent", 75, "high", 78, 0, 0.02, 0.04, outcome), kpi("Volunteers who were trained", "number", 8, "high", 9, 0.1, 0, 0.1)],
		did: ["Seven volunteers finished their course.", "More families ask about food and heating.", "Health visitors send us most families."], cases: ["A mother of twins had not left her flat for weeks. Her volunteer took the three of them to the library, and they went again on their own."] },
	{ org: "ZZ-V11", pounds: 28000, service: "Sight loss adviser in the eye clinic", served: "People who have just been told that they are losing their sight", area: "Eastmere", route: "direct", aim: 4, from: 2, endsIn: 5, notice: 3, review: 24, spec: 1, story: "cancelled", level: 2.8, extension: 1,
		kpis: [kpi("People who met the adviser on the day", "percent", 80, "high", 82, 0.03, 0.02, 0.04), kpi("People who feel able to manage", "percent", 70, "high", 74, 0, 0.02, 0.04, outcome)],
		did: ["The adviser has a room beside the waiting area now.", "Talking watches ran out twice."], cases: ["A seamstress learned to thread a needle by touch, and took up her orders again."] },
	{ org: "ZZ-V12", pounds: 39500, service: "Brief help and recovery groups for people who drink too much", served: "Adults who wish to drink less", area: "Saltmarsh Coast", route: "inherited", aim: 2, from: 5, years: 6, notice: 6, review: 12, spec: 1, story: "taper", level: 1.5,
		kpis: [kpi("People who finished six sessions", "number", 40, "high", 29, 0.06, -0.1, 0.08), kpi("People who drink less three months later", "percent", 45, "high", 37, 0, -0.05, 0.06, outcome)],
		did: ["Fewer people are sent to us since the new service opened.", "One of two group leaders has left.", "We talk with the council's service about who goes where."], cases: ["A fisherman has not had a drink since the spring. He sets out the chairs for the group."] },
	{ org: "ZZ-V13", pounds: 55000, service: "Debt and benefits advice in ten practices", served: "Patients whose health suffers from worry about money", area: "Ten practices in three localities", route: "bid", aim: 4, from: 2, endsIn: 3, notice: 3, review: 12, spec: 2, story: "conditions2", level: 2.6, extension: 2,
		kpis: [kpi("People advised", "number", 190, "high", 205, 0.08, 0.08, 0.05), kpi("Money gained for people", "pounds", 120000, "high", 131000, 0.1, 0.05, 0.08), kpi("People who worry less", "percent", 70, "high", 71, 0, 0.02, 0.04, outcome), kpi("Days until an appointment", "days", 7, "low", 7.4, 0.1, 0.08, 0.1)],
		did: ["Two practices lent us a second room.", "Letters about energy bills are half of our work in winter.", "An adviser left, and appointments had to wait."], cases: ["A man with lung disease had switched off his heating. He was owed a benefit for two years, and got it."] },
	{ org: "ZZ-V14", kind: "grant", pounds: 22300, service: "Seven dementia cafés", served: "People with dementia and those who live with them", area: "All five localities", route: "grant", aim: 0, from: 3, years: 5, review: 12, spec: 1, returns: 6, story: "lapsed", level: 2.9,
		kpis: [kpi("People at the cafés each month", "number", 150, "high", 163, 0.08, 0.04, 0.05), kpi("People who say that it keeps them going", "percent", 80, "high", 86, 0, 0.01, 0.03, outcome)],
		did: ["A seventh café opened in a garden centre.", "School choirs come in December.", "Carers swap tips over the washing-up."], cases: ["He does not always know her name, but he dances with her every second Wednesday."] },
	{ org: "ZZ-V14", pounds: 0, next: 36000, service: "Dementia support at home, in the evenings", served: "People with dementia who become restless at dusk", area: "Saltmarsh Coast", route: "bid", aim: 0, from: -1, years: 2, notice: 3, review: 12, spec: 1, status: "planned", story: "",
		kpis: [kpi("Evenings of support", "number", 300, "high", 0), kpi("Families who could stay together", "percent", 70, "high", 0, 0, 0, 0, outcome)] },
	{ org: "ZZ-V07", pounds: 0, before: 9000, service: "Wellbeing evenings at the youth club", served: "Young people of 13 to 19", area: "Saltmarsh", route: "grant", aim: 2, from: 4, years: 4, review: 12, spec: 0, status: "ended", story: "cease", level: 1.2,
		kpis: [kpi("Young people each evening", "number", 25, "high", 15, 0.15, -0.2, 0.1), kpi("Young people who feel better about themselves", "percent", 60, "high", 48, 0, -0.05, 0.06, outcome)],
		did: ["Few came after the bus was cut.", "The room was too cold in winter."], cases: ["Two friends started a band in the back room."] },
];

/** Sentences for every service's returns, by season: January to March first. */
export const seasons = [["Cold weather and illness kept some people away.", "It was our hardest quarter: more people asked, and more volunteers were ill."], ["A steady quarter.", "Spring brought new volunteers."],
	["Holidays made the rotas thin, but nothing was cancelled.", "August was quiet, and we used it for training."], ["More people asked for help as the days grew shorter.", "The busiest weeks were before Christmas."]];
export const safeguarding = ["One concern was passed to the council's safeguarding team within the day. The person is safe, and we changed how visits are noted.",
	"We told the practice that somebody seemed to be without food. They were seen the same afternoon.", "A volunteer raised a worry about money going missing. We reported it, and the volunteer was thanked and supported."];
export const corrections = ["Two sites had been counted twice.", "The figure of the last month came late from the coast.", "The percentage had been worked out of all people instead of those who were asked."];
export const questions = ["Journeys that you had to refuse went up again. What are the reasons, and what do you plan to do about it?"];

/** Five grades in words, and what reviewers write at each. */
export const criteria = [
	{ name: "Strategic fit", weight: 10, evidence: "specification", help: "Which strategic aim does it serve, and is anybody else doing the same?",
		scale: ["Serves none of our aims", "Touches one aim at its edge", "Serves one aim, with overlaps", "Serves one aim well", "Serves several aims, and nobody else does it"],
		reasons: ["It serves none of our aims any more.", "Another service now does most of this.", "It fits one aim, but overlaps with what the council pays for.", "It fits the aim well, and practices refer to it.", "Nobody else does this, and two of our aims depend on it."] },
	{ name: "Outcomes for people", weight: 20, evidence: "kpis", help: "Do people get out of it what it is for? Look at the outcome KPI over the periods.",
		scale: ["No outcomes shown", "Most targets missed", "Targets met in about half of the periods", "Targets met in nearly every period", "Targets beaten, and people say so in their own words"],
		reasons: ["There is nothing that shows what people got out of it.", "The outcome has been below its target for most of three years.", "About half of the periods reach the target.", "The target was reached in nearly every period.", "Outcomes are above the target, and the case studies say why."] },
	{ name: "Quality", weight: 15, evidence: "returns", help: "Standards, complaints, what people say, staff and volunteers who are trained.",
		scale: ["Serious failings", "Several standards are not met", "Standards are met, with gaps", "Standards are met", "An example to others"],
		reasons: ["Standards are not met, and nothing is planned.", "Several standards are not met; training is out of date.", "The standards are met, with gaps in supervision.", "Standards are met, and complaints are answered in time.", "Others come here to learn how it is done."] },
	{ name: "Safeguarding", weight: 15, evidence: "incidents", help: "Policies, training, checks, and what happened when it mattered.",
		scale: ["No policy, or not followed", "Policy out of date, few trained", "Policy in place, training not complete", "Policy, training and checks complete", "Complete, tested in practice and learned from"],
		reasons: ["The policy is not followed.", "The policy is four years old, and half of the volunteers are not trained.", "The policy is in place; four volunteers still wait for their training.", "Training and checks are complete.", "A concern was handled just as it should be, and the team learned from it."] },
	{ name: "Governance", weight: 10, evidence: "returns", help: "Trustees, accounts, risks, insurance, returns that come in time.",
		scale: ["Cannot be relied on", "Accounts or insurance are missing", "In order, returns often late", "In order, returns in time", "In order, open and ahead of risks"],
		reasons: ["Accounts have not been sent for two years.", "The insurance had lapsed for a month.", "Accounts are in order, but returns come late.", "Accounts and returns come in time.", "The trustees know their risks and told us of one before we asked."] },
	{ name: "Finance and value for money", weight: 15, evidence: "spend", help: "Cost of an outcome over periods, and beside similar contracts; reserves; other income.",
		scale: ["Money cannot be followed", "Costs far more than others do", "Costs somewhat more than others do", "Costs what others do", "Costs less than others do, for the same or better"],
		reasons: ["The spending cannot be followed.", "An outcome costs twice what it does elsewhere.", "An outcome costs somewhat more than elsewhere.", "The cost is in line with similar services.", "Every pound of ours brings another from elsewhere."] },
	{ name: "Equality", weight: 10, evidence: "surveys", help: "Who is reached, who is not, and what is done about it.",
		scale: ["Shuts people out", "Who is reached is not known", "Known, with gaps that nothing is done about", "Gaps are known, and work on them has begun", "Reaches those who are hardest to reach"],
		reasons: ["People who do not drive cannot reach it.", "Nobody counts who is reached.", "Few people from the coast are reached, and no plan is in place.", "They know whom they do not reach, and opened a second site.", "A third of the people come from the poorest streets."] },
	{ name: "Effect of stopping", weight: 5, evidence: "", help: "What would happen to people, and to other services, if it ended?",
		scale: ["Nobody would notice", "Others would take it on easily", "Some would be left without help", "Many would be left without help", "People would come to harm"],
		reasons: ["Hardly anybody would notice.", "Other services could take it on within months.", "Some people would be left without help for a while.", "Many would be left without help, and hospitals would feel it.", "People would come to harm within weeks."] },
];
export const standards = [
	["Phlebotomy", "Blood tests for the practice's own patients, near their home", "phlebotomy"], ["Emergency planning", "A plan that was tested in the last year, with neighbours", "emergency"],
	["Membership engagement", "Somebody at every members' meeting, and what was said is brought back", "engagement"], ["Transfers of care", "Accepts clinically agreed transfers from hospital", "transfers"],
].map(([name, help, code]) => ({ name, help, code, weight: 25, evidence: "submission", scale: ["Not offered, and not planned", "Planned without dates", "Planned with dates, some gaps", "In place, or planned in full", "In place, and others could copy it"],
	reasons: ["The plan says nothing about it.", "It is planned, but says neither who nor when.", "There are dates; cover for leave is missing.", "It is in place, or planned in full.", "It is in place, and two neighbours have asked how it is done."] }));
export const innovation = [["New and worth trying", 25, "What is new about it here?"], ["Benefit for people", 30, "Who gets what out of it, and how would we know?"], ["Can be done", 20, "People, places, time"], ["Value for money", 15, "What does each pound buy?"], ["Could spread", 10, "Could others take it on?"]]
	.map(([name, weight, help]) => ({ name, weight, help, evidence: "submission", scale: ["Not shown", "Hardly shown", "Partly shown", "Clearly shown", "Convincing in every part"],
		reasons: ["The bid does not show it.", "The bid hardly shows it.", "The bid shows it in part.", "The bid shows it clearly.", "The bid is convincing."] }));

const text = (code, label, more = {}) => ({ code, type: "long_text", label, required: true, max_length: 1000, ...more });
export const planForm = { pages: [
	{ title: "Standard 1: phlebotomy", intro: "Every practice takes blood from its own patients, or shares a service nearby.", questions: [
		{ code: "phlebotomy_now", type: "radios", label: "Do you take blood from your own patients today?", summary: "Today", required: true, options: [{ code: "daily", label: "Every working day" }, { code: "some", label: "On some days" }, { code: "no", label: "Not yet" }] },
		text("phlebotomy_plan", "What will you do, and by when?", { summary: "Plan", missing: "Say what you will do, and by when" })] },
	{ title: "Standard 2: emergency planning", questions: [{ code: "emergency_tested", type: "yes_no", label: "Was your emergency plan tested in the last year?", summary: "Tested", required: true }, text("emergency_plan", "What happens when your building, telephones or computers fail?", { summary: "Plan", missing: "Say what happens when they fail" })] },
	{ title: "Standard 3: membership engagement", questions: [{ code: "engagement_lead", type: "radios", label: "Who comes to the members' meetings?", summary: "Who comes", required: true, options: [{ code: "gp", label: "A GP" }, { code: "nurse", label: "A nurse" }, { code: "manager", label: "The practice manager" }] },
		text("engagement_plan", "How do your colleagues learn what was said there, and how do you hear them?", { summary: "Plan", missing: "Say how your colleagues learn of it" })] },
	{ title: "Standard 4: transfers of care", questions: [{ code: "transfers_accept", type: "yes_no", label: "Do you accept clinically agreed transfers of care?", summary: "Accepts", required: true }, text("transfers_plan", "How do you take on care that a hospital hands over?", { summary: "Plan", missing: "Say how you take it on" })] },
	{ title: "Optional standards", questions: [{ code: "optional", type: "checkboxes", label: "Which of these will you take on as well?", summary: "Taken on", required: true,
		options: [{ code: "carers", label: "A register of carers, with a yearly check" }, { code: "disability", label: "Health checks for everybody with a learning disability" }, { code: "frailty", label: "Care plans for people who are frail" }, { code: "screening", label: "More people screened for bowel cancer" }, { code: "none", label: "None of these", exclusive: true }] },
		{ code: "optional_plan", type: "long_text", label: "How will you do it?", summary: "Plan", max_length: 1000 }] },
	{ title: "Money", questions: [{ code: "amount", type: "money", label: "How much do you ask for, for the whole year?", summary: "Asked for", hint: "95p for each patient is the most", required: true }] },
] };
export const bidForm = { pages: [
	{ title: "Your idea", questions: [text("idea", "What do you want to do, and what is new about it?", { summary: "Idea", missing: "Say what you want to do", max_length: 2000 }), text("people", "Who gets what out of it, and how will we know?", { summary: "Benefit", missing: "Say who gets what out of it" })] },
	{ title: "Doing it", questions: [text("doing", "Who does it, where, and by when?", { summary: "Doing it", missing: "Say who does it, where, and by when" }), { code: "months", type: "number", label: "For how many months?", summary: "Months", required: true, min: 1, max: 36 }] },
	{ title: "Money", questions: [{ code: "amount", type: "money", label: "How much do you ask for?", summary: "Asked for", required: true }, text("spread", "How could others take it on?", { summary: "Spread", missing: "Say how others could take it on" })] },
] };
export const bids = [
	["ZZ-V05", "Booking rides by text message", 18500, "A number to which patients send the place and time; the answer comes within the hour.", "approve", 3.4],
	["ZZ-V02", "Warm rooms in eleven libraries", 32000, "A corner with tea and a nurse on Thursdays, from November to March.", "approve_conditions", 2.6],
	["ZZ-P01", "Group appointments for people with type 2 diabetes", 14200, "Twelve people see the nurse together for ninety minutes instead of ten minutes each.", "made", 3.0],
	["ZZ-V12", "An app to count drinks", 48000, "A new app, like others that there are, with our name on it.", "decline", 1.1],
	["ZZ-V06", "Singing after a stroke", 9600, "A choir of people who lost words; singing finds some of them again.", "scoring", 3.1],
];
