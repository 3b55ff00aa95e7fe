/* incident_letter_texts.c: what letters about an incident begin with. {practice} and the like are
 * facts of the incident; square brackets stand for what is written by hand on paper, or is still to
 * be said. */
#include <string.h>
#include "incident_letters.h"
#include "setting.h"

const struct choice letter_kinds[LETTER_KINDS] = {
	{ "candour", "Duty of candour letter", "To the person, or who acts on their behalf",
		false },
	{ "acknowledgement", "Acknowledgement", "To the practice that reported", false },
	{ "provider", "Letter to a provider", "To the other organisation", false },
	{ "outcome", "Outcome letter", "What was found, and what changes", false },
};

static const char *const texts[LETTER_KINDS] = {
	"Dear [name]\n\n"
	"We are sorry about what happened on {happened}. We are writing because you have a right "
	"to "
	"know about it, and because we have promised to tell you.\n\n"
	"What happened\n"
	"[what is known to have happened, in plain words]\n\n"
	"What we have found out, and what we are still looking into\n"
	"[the facts so far, and which further enquiries there are]\n\n"
	"We apologise to you for [what we apologise for].\n\n"
	"What we are doing so that it does not happen again\n"
	"[what changes, and by when]\n\n"
	"Support for you\n"
	"[whom to ask, with a telephone number; support and advocacy]\n\n"
	"When we know more, we will write to you again. If you would like to talk about this "
	"letter, or to meet us, please telephone [name and number].\n\n"
	"Yours sincerely\n\n\n"
	"[name and role]\n"
	"{organisation}\n",

	"Dear colleagues\n\n"
	"Thank you for your report {ref} of {submitted}. Reports like yours are how we learn what "
	"does not work, in your practice and elsewhere.\n\n"
	"We have read it. [what happens next, and by when]\n\n"
	"You can follow it, and add to it, in Soundings at any time.\n\n"
	"Yours sincerely\n\n\n"
	"[name and role]\n"
	"{organisation}\n",

	"Dear colleagues\n\n"
	"{reporter} told us of something that happened on {happened}{service}. Our reference is "
	"{ref}.\n\n"
	"What we were told\n"
	"[what happened, without anything that tells who the patient is]\n\n"
	"What we ask of you\n"
	"[what you are to find out or to do, and by when]\n\n"
	"We are looking for what made it possible, not for whom to blame. Please answer in "
	"Soundings "
	"or to [address].\n\n"
	"Yours sincerely\n\n\n"
	"[name and role]\n"
	"{organisation}\n",

	"Dear [name]\n\n"
	"We have looked into what happened on {happened}. Our reference is {ref}.\n\n"
	"What we found\n"
	"[what happened and what contributed to it]\n\n"
	"What changes\n"
	"[what was done, and what will be done by when]\n\n"
	"Thank you for telling us. If you do not agree, or something is missing, please tell us: "
	"[name and number].\n\n"
	"Yours sincerely\n\n\n"
	"[name and role]\n"
	"{organisation}\n",
};

/* What another organisation may be told of who reported is what the reporter said. */
static const char *reporter_words(const struct q_incident_by_ref *in)
{
	return strcmp(in->share, "nobody") == 0 ? "A practice" : in->practice;
}

static const char *fact(
	struct req *r, const struct q_incident_by_ref *in, const char *name, size_t len)
{
	const struct {
		const char *name, *value;
	} facts[] = {
		{ "ref", in->ref },
		{ "happened", in->happened_on ? date_text(r->ctx, in->happened_on) : "[day]" },
		{ "submitted", in->submitted_at ? day_text(r->ctx, in->submitted_at) : "[day]" },
		{ "reporter", reporter_words(in) },
		{ "service", *in->about_service
				     ? text_format(r->ctx, ", in the service “%s”",
					       choice_label(lfpse_service_type,
						       N_LFPSE_SERVICE_TYPE, in->about_service))
				     : "" },
		{ "organisation", setting_text(r->settings, SETTING_NAME) },
	};

	for (size_t i = 0; i < COUNT(facts); i++)
		if (strlen(facts[i].name) == len && memcmp(facts[i].name, name, len) == 0)
			return facts[i].value;
	BUG("a letter names a fact that there is not");
}

const char *letter_begin(struct req *r, const struct q_incident_by_ref *in, const char *kind)
{
	const char *text = texts[choice_index(letter_kinds, LETTER_KINDS, kind)];
	struct buf out = { .ctx = r->ctx };

	while (*text) {
		size_t plain = strcspn(text, "{"), len;

		buf_add(&out, text, plain);
		text += plain;
		if (!*text)
			break;
		len = strcspn(++text, "}");
		buf_adds(&out, fact(r, in, text, len));
		text += len + 1;
	}
	return buf_text(&out);
}
