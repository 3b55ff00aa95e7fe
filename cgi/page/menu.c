/* menu.c: the places of the staff pages. A line here is all that a new one needs. */
#include "menu.h"

#include <string.h>
#include "access.h"
#include "routes.h"

/* Who sees a line is who may open its route, so that the two never disagree. */
static const struct place {
	const char *path, *label;
	const char *about; /* NULL: not on My work */
} places[] = {
	{ "/", "My work", NULL },
	{ "/reports", "Reports", "Report what went wrong or went well, and see what came of it" },
	{ "/incidents", "Incidents",
		"What practices reported, what is to be looked at, and what came of it" },
	{ "/contracts", "Contracts",
		"The register of contracts and grants: what they cost, what they lack, what is "
		"due" },
	{ "/calls", "Plans and bids",
		"Calls for plans and bids, what was sent, and how it is judged" },
	{ "/surveys", "Surveys", "What was asked, what people answered, and the results" },
	{ "/proposals", "Proposals",
		"What is proposed, who was asked, what they said, and what was done about it" },
	{ "/bulletins", "Learning", "What came of incidents, for every practice to learn from" },
	{ "/investigations", "Investigations",
		"What your organisation was asked to look into, and its answers" },
	{ "/returns", "Returns", "What your organisation tells the commissioner of its contracts" },
	{ "/submissions", "Plans and bids",
		"What your organisation can send: plans, bids, and what came of them" },
	{ "/reviews", "Reviews",
		"Reviews of contracts, plans and bids: scores, findings, decisions" },
	{ "/findings", "Findings", "What reviews found about your organisation, and your answers" },
	{ "/our-contracts", "Our contracts",
		"What was agreed with your organisation: dates, targets, documents" },
	{ "/organisations", "Organisations",
		"Practices, providers and voluntary organisations; localities and peer groups" },
	{ "/interests", "Interests",
		"What staff declared, breaches of the rules, the panel, and criteria for reviews" },
	{ "/people", "People", "Who may sign in, for whom, and as what" },
	{ "/audit", "Audit trail", "Who did what, when, and to which record" },
	{ "/mail", "Mail", "Messages that wait, were sent, or failed" },
	{ "/retention", "Retention",
		"Records whose years are over: held, proposed, destroyed, and the certificates" },
	{ "/settings", "Settings",
		"Name, colours, public texts, time-outs, how long records are kept" },
	{ "/help", "Help", NULL },
};

static bool may_open(struct req *r, const char *path)
{
	const char *args[4];
	bool other_method;
	const struct route *to =
		route_find(POOL_STAFF, METHOD_GET, r->ctx, path, args, &other_method);

	return to && access_allows(r->person, to->who);
}

/* Is the page at this address, or below it? */
static bool is_within(const struct req *r, const char *path)
{
	size_t len = strlen(path);

	return strncmp(r->path, path, len) == 0 &&
	       (r->path[len] == '\0' || (r->path[len] == '/' && len > 1));
}

void menu_show(struct req *r, struct tpl *header)
{
	for (size_t i = 0; i < COUNT(places); i++) {
		struct tpl *item;

		if (!may_open(r, places[i].path))
			continue;
		item = tpl_add(header, M_MENU_ITEM);
		tpl_set(item, M_MENU_PATH, places[i].path);
		tpl_set(item, M_MENU_LABEL, places[i].label);
		tpl_show_if(item, M_MENU_CURRENT, is_within(r, places[i].path));
	}
}

void menu_places(struct req *r, struct tpl *page)
{
	for (size_t i = 0; i < COUNT(places); i++) {
		struct tpl *item;

		if (!places[i].about || !may_open(r, places[i].path))
			continue;
		item = tpl_add(page, M_PLACE);
		tpl_set(item, M_MENU_PATH, places[i].path);
		tpl_set(item, M_PLACE_LABEL, places[i].label);
		tpl_set(item, M_PLACE_ABOUT, places[i].about);
	}
}
