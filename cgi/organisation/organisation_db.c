/* organisation_db.c: organisations: stored, changed, closed, and how many patients they have. */
#include <ctype.h>
#include <string.h>
#include "audit.h"
#include "contract.h"
#include "organisation.h"
#include "search.h"

const struct choice organisation_kinds[] = {
	{ .code = "commissioner", .label = "Commissioner" },
	{ .code = "practice", .label = "Practice" },
	{ .code = "provider", .label = "Provider" },
	{ .code = "voluntary", .label = "Voluntary organisation" },
	{ .code = "council", .label = "Council" },
	{ .code = "other", .label = "Other" },
};
const size_t n_organisation_kinds = COUNT(organisation_kinds);

const char *organisation_kind_label(const char *kind)
{
	size_t i = choice_index(organisation_kinds, n_organisation_kinds, kind);

	return i < n_organisation_kinds ? organisation_kinds[i].label : "";
}

bool organisation_code(const char *typed, char out[13])
{
	size_t len;

	typed += strspn(typed, " \t\n");
	len = strcspn(typed, " \t\n");
	if (len < 2 || len > 12 || typed[len + strspn(typed + len, " \t\n")])
		return false;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)typed[i];

		if (c >= 0x80 || (!isalnum(c) && c != '-'))
			return false;
		out[i] = (char)toupper(c);
	}
	out[len] = '\0';
	return true;
}

bool organisation_get(struct db *db, const char *code, struct organisation *out)
{
	struct q_organisation_get row;

	if (!Q_ONE(db, organisation_get, &row, .code = code))
		return false;
	*out = (struct organisation){
		.organisation_id = row.organisation_id,
		.code = row.code,
		.name = row.name,
		.kind = row.kind,
		.locality_id = row.locality_id,
		.peer_group_id = row.peer_group_id,
		.locality = row.locality,
		.peer_group = row.peer_group,
		.commissioner_code = row.commissioner_code,
		.address = row.address,
		.postcode = row.postcode,
		.telephone = row.telephone,
		.email = row.email,
		.opened_on = row.opened_on,
		.closed_on = row.closed_on,
		.patients = row.patients,
		.successor_id = row.successor_id,
		.successor_code = row.successor_code,
		.successor = row.successor,
		.row_version = row.row_version,
	};
	return true;
}

bool organisation_lock(struct db *db, const char *code, struct organisation *out)
{
	struct q_organisation_lock row;

	return Q_ONE(db, organisation_lock, &row, .code = code) && organisation_get(db, code, out);
}

/* The words that lists find it by; called whenever what they are made of was stored. */
static void store_search(struct db *db, const struct organisation *in)
{
	TALLOC_CTX *ctx = must(talloc_new(NULL));

	search_store(db, ctx, "organisation", in->organisation_id, in->name, in->code,
		in->postcode ? in->postcode : "", NULL);
	talloc_free(ctx);
}

/* Contracts are found by its name too. */
static void store_contracts(struct db *db, const struct organisation *in)
{
	TALLOC_CTX *ctx = must(talloc_new(NULL));

	contract_words_of(db, ctx, in->organisation_id);
	talloc_free(ctx);
}

static const char *text(const char *given)
{
	return given ? given : "";
}

static bool is_practice(const struct organisation *in)
{
	return strcmp(in->kind, "practice") == 0;
}

enum organisation_added organisation_add(struct db *db, struct organisation *in)
{
	struct q_organisation_commissioner commissioner;

	if (strcmp(in->kind, "commissioner") == 0 &&
		Q_ONE(db, organisation_commissioner, &commissioner))
		return ORGANISATION_COMMISSIONER_THERE;
	if (Q_RUN(db, organisation_add, .code = in->code, .name = in->name, .kind = in->kind,
		    .locality_id = is_practice(in) ? in->locality_id : 0,
		    .peer_group_id = is_practice(in) ? in->peer_group_id : 0,
		    .commissioner_code = text(in->commissioner_code), .address = text(in->address),
		    .postcode = text(in->postcode), .telephone = text(in->telephone),
		    .email = text(in->email), .opened_on = in->opened_on,
		    .closed_on = in->closed_on) == DB_DUPLICATE)
		return ORGANISATION_CODE_TAKEN;
	in->organisation_id = db_last_id(db);
	store_search(db, in);
	return ORGANISATION_ADDED;
}

bool organisation_update(struct db *db, const struct organisation *in)
{
	int64_t changed = 0;

	Q_RUN_COUNT(db, organisation_update, &changed, .organisation_id = in->organisation_id,
		.row_version = in->row_version, .name = in->name, .kind = in->kind,
		.locality_id = is_practice(in) ? in->locality_id : 0,
		.peer_group_id = is_practice(in) ? in->peer_group_id : 0,
		.commissioner_code = text(in->commissioner_code), .address = text(in->address),
		.postcode = text(in->postcode), .telephone = text(in->telephone),
		.email = text(in->email), .opened_on = in->opened_on);
	if (changed == 1) {
		store_search(db, in);
		store_contracts(db, in);
	}
	return changed == 1;
}

bool organisation_close(struct db *db, int64_t organisation_id, const char *closed_on)
{
	int64_t changed = 0;

	Q_RUN_COUNT(db, organisation_close, &changed, .organisation_id = organisation_id,
		.closed_on = closed_on);
	return changed == 1;
}

bool organisation_reopen(struct db *db, int64_t organisation_id)
{
	int64_t changed = 0;

	Q_RUN_COUNT(db, organisation_reopen, &changed, .organisation_id = organisation_id);
	return changed == 1;
}

json_t *organisation_changes(const struct organisation *from, const struct organisation *to)
{
	static const struct organisation nothing;
	const struct {
		const char *field, *from, *to;
	} parts[] = {
#define PART(field) { #field, (from ? from : &nothing)->field, to->field }
		PART(name),
		PART(kind),
		PART(locality),
		PART(peer_group),
		PART(commissioner_code),
		PART(address),
		PART(postcode),
		PART(telephone),
		PART(email),
		PART(opened_on),
		PART(closed_on),
#undef PART
	};
	json_t *detail = NULL;

	for (size_t i = 0; i < COUNT(parts); i++)
		if (from)
			detail = audit_changed(detail, parts[i].field, parts[i].from, parts[i].to);
		else if (parts[i].to && *parts[i].to)
			detail = audit_fact(detail, parts[i].field, parts[i].to);
	return detail;
}

/* ---- List sizes ------------------------------------------------------------------------------ */

void list_size_put(struct db *db, int64_t organisation_id, const char *counted_on, int64_t patients)
{
	Q_RUN(db, list_size_put, .organisation_id = organisation_id, .counted_on = counted_on,
		.patients = patients);
	Q_RUN(db, list_size_newest, .organisation_id = organisation_id);
}

bool list_size_remove(struct db *db, int64_t organisation_id, const char *counted_on)
{
	int64_t removed = 0;

	Q_RUN_COUNT(db, list_size_remove, &removed, .organisation_id = organisation_id,
		.counted_on = counted_on);
	Q_RUN(db, list_size_newest, .organisation_id = organisation_id);
	return removed == 1;
}
