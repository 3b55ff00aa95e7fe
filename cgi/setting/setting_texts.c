/* setting_texts.c: what the privacy notice and the accessibility statement say until somebody
 * writes others: complete, and true of this program. Markdown, as an administrator would write it.
 */
#include "buf.h"
#include "markdown.h"
#include "setting.h"

/* %1: name, %2: contact, %3: hours, %4: minutes */
static const char privacy[] =
	"## When you answer a survey\n\n"
	"Each survey says on its first page who asks, why, and what happens to your answers.\n\n"
	"An anonymous survey stores your answers and the week or the month they came in. It does "
	"not store your name, your internet address, what device you use, or where you came from. "
	"It sets no cookie.\n\n"
	"Until you send them, your answers are only in the page you have open. Nothing is kept by "
	"us if you close it.\n\n"
	"Please do not write your own or anybody else's name, or anything a person could be "
	"recognised by, into an anonymous survey.\n\n"
	"## When you report something without your name\n\n"
	"A report by a practice's link stores what you wrote, which practice's link it was, and "
	"the day. It does not store your name, your internet address, what device you use, or the "
	"time of day, and it sets no cookie. The practice cannot open it. You get a code; we keep "
	"only a fingerprint of it, from which it cannot be made again.\n\n"
	"## When you sign in as staff\n\n"
	"We keep your name, your email address, the organisations and roles you act for, and a "
	"record of what you look at, change and export, with the time. The record cannot be "
	"changed, and auditors read it.\n\n"
	"One cookie keeps you signed in for up to %3$lld hour%5$s, and ends after %4$lld minutes "
	"without use. Another carries one sentence from one page to the next. Nothing else is "
	"stored in your browser.\n\n"
	"If you are signed out while you type, what you typed is kept, sealed, for a week, and "
	"given back to you alone.\n\n"
	"## Your rights\n\n"
	"You may ask for a copy of what we hold about you, and for it to be put right. Answers to "
	"an anonymous survey cannot be found again: nothing says whose they are. If you are not "
	"happy with how we use what you told us, you may complain to the [Information "
	"Commissioner's Office](https://ico.org.uk/make-a-complaint/).\n\n"
	"## Questions\n\n"
	"%1$s is responsible for this site. Write to %2$s.\n";

static const char accessibility[] =
	"This statement is about the surveys and staff pages of %1$s on this site.\n\n"
	"We want as many people as possible to be able to use them. You should be able to:\n\n"
	"- change colours, contrast and fonts with your browser or device\n"
	"- zoom in up to 400%% without the text spilling off the screen\n"
	"- use every page with a keyboard alone, or with speech recognition\n"
	"- listen to every page with a screen reader\n"
	"- answer a survey with JavaScript switched off\n\n"
	"[AbilityNet](https://mcmw.abilitynet.org.uk/) has advice on making your device easier to "
	"use if you have a disability.\n\n"
	"## How accessible this site is\n\n"
	"We know of no part that cannot be used with assistive technology. It has not yet been "
	"checked by people who use assistive technology every day.\n\n"
	"## Feedback, and other formats\n\n"
	"Write to %2$s if you need the questions on paper, in large print, in easy read or in "
	"another language, or would rather answer by telephone. Say which survey it is about.\n\n"
	"## Reporting a problem with this site\n\n"
	"If you find a problem that is not listed here, or think that we do not meet the "
	"accessibility regulations, write to %2$s.\n\n"
	"## Enforcement procedure\n\n"
	"The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies "
	"(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not "
	"happy with how we answer, contact the [Equality Advisory and Support "
	"Service](https://www.equalityadvisoryservice.com/).\n\n"
	"## Technical information about this site's accessibility\n\n"
	"%1$s is committed to making this site accessible, in accordance with the Public Sector "
	"Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.\n\n"
	"### Compliance status\n\n"
	"This site is built to meet the [Web Content Accessibility Guidelines version "
	"2.2](https://www.w3.org/TR/WCAG22/), level AA, from the NHS design system. Nobody outside "
	"has audited it yet, so we say that it is partially compliant.\n\n"
	"### Content that is not accessible\n\n"
	"We know of none. Questions, texts and pictures that the authors of a survey add are "
	"theirs to check.\n\n"
	"## How we tested this site\n\n"
	"Each page is checked by an automated tool, axe, in a browser, whenever the software "
	"changes; every journey is run by keyboard alone, without JavaScript, and at 400%% "
	"zoom.\n\n"
	"## Preparation of this statement\n\n"
	"This statement was prepared on 22 November 2026, with the software. It was last reviewed "
	"on 22 November 2026.\n";

const char *setting_start(TALLOC_CTX *ctx, const struct settings *s, enum setting which)
{
	int64_t hours = setting_int(s, SETTING_SESSION_HOURS);
	const char *name, *contact;

	if (which != SETTING_PRIVACY && which != SETTING_ACCESSIBILITY)
		return setting_default(s, which);
	name = markdown_plain(ctx, setting_text(s, SETTING_NAME));
	contact = markdown_plain(ctx, setting_text(s, SETTING_CONTACT));
	if (which == SETTING_ACCESSIBILITY)
		return text_format(ctx, accessibility, name, contact);
	return text_format(ctx, privacy, name, contact, (long long)hours,
		(long long)setting_int(s, SETTING_IDLE_MINUTES), hours == 1 ? "" : "s");
}

const char *setting_shown(TALLOC_CTX *ctx, const struct settings *s, enum setting which)
{
	const char *text = setting_text(s, which);

	return *text ? text : setting_start(ctx, s, which);
}
