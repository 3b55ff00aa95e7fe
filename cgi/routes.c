/* routes.c: every address of Soundings. Read this first. */
#include "routes.h"

#include <string.h>
#include "access.h"
#include "pages.h"

#define READS_SURVEYS (ROLE_AUTHOR | ROLE_AUDITOR)
/* Staff of the commissioner: see its organisations. */
#define STAFF                                                                                      \
	(OF_COMMISSIONER | ROLE_AUTHOR | ROLE_INCIDENT_MANAGER | ROLE_CONTRACT_REVIEWER |          \
		ROLE_AUDITOR | ROLE_ADMINISTRATOR)
/* Runs this installation, and who watches that. The auditor reads everything and changes nothing.
 */
#define RUNS    (OF_COMMISSIONER | ROLE_ADMINISTRATOR)
#define WATCHES (OF_COMMISSIONER | ROLE_ADMINISTRATOR | ROLE_AUDITOR)

const struct route routes[] = {
	/* the public pool: nobody signs in */
	{ METHOD_GET, "/", POOL_PUBLIC, WHO_EVERYONE, public_home },
	{ METHOD_GET, "/accessibility", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE,
		accessibility_view },
	{ METHOD_GET, "/privacy", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE, privacy_view },
	{ METHOD_GET, "/health", POOL_PUBLIC | POOL_STAFF, WHO_EVERYONE, health_view },
	{ METHOD_GET, "/s/:slug", POOL_PUBLIC, WHO_EVERYONE, survey_start },
	{ METHOD_GET, "/s/:slug/:page", POOL_PUBLIC, WHO_EVERYONE, survey_page_view },
	{ METHOD_POST, "/s/:slug/:page", POOL_PUBLIC, WHO_EVERYONE, survey_page_save },
	{ METHOD_GET, "/s/:slug/sent/:token", POOL_PUBLIC, WHO_EVERYONE, survey_sent },

	/* the staff pool: everybody signs in */
	{ METHOD_GET, "/", POOL_STAFF, WHO_SIGNED_IN, staff_home },
	{ METHOD_GET, "/help", POOL_STAFF, WHO_SIGNED_IN, help_view },
	{ METHOD_GET, "/sign-in", POOL_STAFF, WHO_EVERYONE, sign_in_view },
	{ METHOD_POST, "/sign-in", POOL_STAFF, WHO_EVERYONE, sign_in_save },
	{ METHOD_POST, "/sign-out", POOL_STAFF, WHO_SIGNED_IN, sign_out },
	{ METHOD_GET, "/acting", POOL_STAFF, WHO_SIGNED_IN, acting_view },
	{ METHOD_POST, "/acting", POOL_STAFF, WHO_SIGNED_IN, acting_save },
	{ METHOD_GET, "/kept/:id", POOL_STAFF, WHO_SIGNED_IN, kept_view },
	{ METHOD_POST, "/kept/:id/remove", POOL_STAFF, WHO_SIGNED_IN, kept_remove },

	/* one's own account: account.c, account_link.c */

	/* organisations: organisations.c, organisation_edit.c, organisation_import.c */

	/* people: people.c, person.c */

	/* the trail: audit_pages.c */

	/* mail and settings: mail_pages.c, settings.c */

	/* surveys: surveys.c, results.c, export.c */
	{ METHOD_GET, "/surveys", POOL_STAFF, READS_SURVEYS, surveys_list },
	{ METHOD_GET, "/surveys.csv", POOL_STAFF, READS_SURVEYS, surveys_csv },
	{ METHOD_GET, "/surveys/:slug", POOL_STAFF, READS_SURVEYS, survey_view },
	{ METHOD_GET, "/surveys/:slug/results", POOL_STAFF, READS_SURVEYS, results_view },
	{ METHOD_GET, "/surveys/:slug/results.csv", POOL_STAFF, READS_SURVEYS, results_csv },
	{ METHOD_GET, "/surveys/:slug/results/:question", POOL_STAFF, READS_SURVEYS, results_text },
	{ METHOD_GET, "/surveys/:slug/responses.csv", POOL_STAFF, READS_SURVEYS, responses_csv },
};
const size_t n_routes = COUNT(routes);
