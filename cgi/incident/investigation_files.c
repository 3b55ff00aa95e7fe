/* investigation_files.c: files of a request, for the organisation that was asked: what a manager
 * added for them, and what they add. */
#include "incident_file.h"
#include "investigation.h"
#include "pages.h"

void investigation_files_show(
	struct req *r, const struct q_investigation_by_ref *q, unsigned audience, struct tpl *t)
{
	incident_files_list(r,
		&(struct files_place){ .incident_id = q->incident_id,
			.request_id = q->request_id,
			.audience = audience },
		t);
}

static int files_of_request(struct req *r, struct files_place *place)
{
	struct q_investigation_by_ref q;
	int refused = investigation_found(r, &q);

	if (refused)
		return refused;
	*place = (struct files_place){ .incident_id = q.incident_id,
		.request_id = q.request_id,
		.incident_ref = q.incident_ref,
		.ref = q.ref,
		.base = text_format(r->ctx, "/investigations/%s", q.ref),
		.title = q.subject,
		.audience = FOR_PROVIDER,
		.may_add = true };
	return 0;
}

/* GET /investigations/:request/files */
int investigation_files_view(struct req *r)
{
	return incident_files_open(r, files_of_request);
}

/* POST /investigations/:request/files */
int investigation_files_save(struct req *r)
{
	return incident_file_add(r, files_of_request);
}
