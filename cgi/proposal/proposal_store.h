/* proposal_store.h: stores one response to a proposal, once, whoever sends it. */
#ifndef PROPOSAL_STORE_H
#define PROPOSAL_STORE_H

#include <jansson.h>
#include "ref.h"
#include "survey.h"

struct conf;

enum { PROPOSAL_POINTS_MOST = 100, PROPOSAL_TEXT_TELLS = 60 };

struct proposal_point {
	const char *kind;   /* gain, concern, comment */
	const char *grade;  /* high, medium; NULL: none */
	int64_t section_id; /* 0: none */
	const char *text;   /* not empty */
};

/* Texts are never NULL but where it says so; "" is none. */
struct proposal_sent {
	int64_t proposal_id;
	const uint8_t *submission;                     /* 16 bytes: the same form finds the first */
	const char *stance;                            /* NULL: of a letter that does not say */
	int64_t group_id;                              /* 0: none */
	bool by_link;                                  /* they came by the group's link */
	const char *capacity;                          /* person, organisation */
	const char *organisation, *name, *publication; /* publication: name, group, none */
	const char *asks;                              /* a request for more information */
	const json_t *answers; /* to the proposal's own questions; NULL: none */
	const char *source;    /* web, or how it was typed in */
	int64_t event_id, typed_by;
	const char *received_on; /* "2026-11-22"; of the web its week's Monday */
	bool late;
	const struct proposal_point *points; /* in their order */
	size_t n_points;
	const uint8_t *edit_hash; /* HASH_BYTES: of the private link; NULL: it has none */
	int64_t replaces;         /* the version before; 0: it is the first */
	bool withdrawn;           /* of the web: it counts no more */
};
/* One transaction's worth: the response, its points; triggers note it for the fold. What it is
 * called (ref) and its id are given, of the first one when it was there already. ALREADY_OTHER also
 * when the version that it replaces was replaced by another form: *ref is "" then. */
enum response_outcome proposal_store(struct db *, TALLOC_CTX *, const struct conf *,
	const struct proposal_sent *, char ref[REF_LENGTH + 1], int64_t *response_id);

/* Of the words of a response alone (letters and digits, small): two that are the same came out of
 * one campaign. False: too short to tell. */
bool proposal_text_hash(const struct proposal_point *, size_t n, uint8_t out[16]);
#endif
