/* incident_fhir.c: a report as a FHIR R4 AdverseEvent (hl7.org/fhir/R4/adverseevent.html), with
 * LFPSE's extensions and codes, so that it need not be typed twice. */
#include "incident_fhir.h"

#include <string.h>
#include <time.h>
#include "incident_report.h"

#define PROFILE     "https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/"
/* R4 has no element for it, as FHIR 3 had, which LFPSE's profile follows: this is how one element
 * of another version is written (hl7.org/fhir/R4/versions.html#extensions). */
#define DESCRIPTION "http://hl7.org/fhir/3.0/StructureDefinition/extension-AdverseEvent.description"

static void put(json_t *object, const char *name, json_t *value)
{
	must(json_object_set_new(object, name, must(value)) == 0 ? object : NULL);
}

static void put_text(json_t *object, const char *name, const char *text)
{
	put(object, name, json_string(text));
}

static json_t *add(json_t *array, json_t *value)
{
	must(json_array_append_new(array, must(value)) == 0 ? array : NULL);
	return value;
}

static json_t *extensions_of(json_t *resource)
{
	json_t *list = json_object_get(resource, "extension");

	if (!list)
		put(resource, "extension", list = json_array());
	return list;
}

/* The elements of this extension of a resource; a new one, the first time. */
static json_t *elements_of(TALLOC_CTX *ctx, json_t *resource, const char *extension)
{
	const char *url = text_format(ctx, PROFILE "%s-5", extension);
	json_t *list = extensions_of(resource), *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		if (strcmp(json_string_value(json_object_get(one, "url")), url) == 0)
			return json_object_get(one, "extension");
	}
	one = add(list, json_object());
	put_text(one, "url", url);
	return extensions_of(one);
}

static void element(json_t *elements, const char *name, const char *type, json_t *value)
{
	json_t *one = add(elements, json_object());

	put_text(one, "url", name);
	put(one, type, value);
}

static void element_text(json_t *elements, const char *name, const char *text)
{
	if (text && *text)
		element(elements, name, "valueString", json_string(text));
}

static void element_code(json_t *elements, const char *name, const char *code)
{
	element(elements, name, "valueCode", json_string(code));
}

bool fhir_code_is_in(const char *list, const char *code)
{
	for (size_t i = 0; i < n_lfpse_lists; i++)
		if (strcmp(lfpse_lists[i].name, list) == 0)
			return code && choice_index(lfpse_lists[i].choices, lfpse_lists[i].n,
					       code) < lfpse_lists[i].n;
	BUG("no such list of LFPSE");
}

unsigned fhir_kind(const json_t *report)
{
	size_t i = choice_index(incident_kinds, INCIDENT_KINDS, report_text(report, "kind"));

	return i < INCIDENT_KINDS ? 1u << i : 0;
}

static void put_value(
	TALLOC_CTX *ctx, json_t *resource, const struct fhir_part *part, const char *value)
{
	if (!value || !*value || (part->list && !fhir_code_is_in(part->list, value)))
		return; /* "people" is beside LFPSE's agents in our form */
	element(elements_of(ctx, resource, part->extension), part->element,
		part->list ? "valueCode" : "valueString", json_string(value));
}

/* Every answer of `answers` that is an element of this resource. */
static void put_parts(
	TALLOC_CTX *ctx, json_t *resource, enum fhir_of of, const json_t *answers, unsigned kind)
{
	for (size_t i = 0; i < n_fhir_parts; i++) {
		const struct fhir_part *part = &fhir_parts[i];
		const json_t *value = json_object_get(answers, part->field), *item;
		size_t j;

		if (part->of != of || (part->kinds && !(part->kinds & kind)))
			continue;
		if (json_is_string(value))
			put_value(ctx, resource, part, json_string_value(value));
		json_array_foreach(value, j, item)
			put_value(ctx, resource, part, json_string_value(item));
	}
}

static json_t *contain(json_t *event, const char *type, const char *id)
{
	json_t *list = json_object_get(event, "contained"), *one;

	if (!list)
		put(event, "contained", list = json_array());
	one = add(list, json_object());
	put_text(one, "resourceType", type);
	put_text(one, "id", id);
	return one;
}

static void refer(json_t *object, const char *name, const char *to)
{
	json_t *reference = must(json_object());

	put_text(reference, "reference", to);
	put(object, name, reference);
}

static void put_date(
	TALLOC_CTX *ctx, json_t *event, const json_t *report, const struct q_incident_by_ref *in)
{
	json_t *elements = elements_of(ctx, event, "adverse-event-estimated-date");
	const char *on = report_text(report, "happened_on");
	bool about = report_list(report, "happened_about");
	char sent[11];

	if (!*on)
		return element_code(elements, "IncidentOccurredToday", "u");
	check_today(in->submitted_at, sent);
	if (strcmp(on, sent) == 0 && !about) {
		element_code(elements, "IncidentOccurredToday", "y");
		element(elements, "TodaysDate", "valueDate", json_string(on));
	} else {
		element_code(elements, "IncidentOccurredToday", "n");
		if (about)
			element_text(elements, "ApproximateDate", on);
	}
	put_text(event, "date", on);
}

/* Where: our practice, another organisation by its code or else its name; or not known. */
static void put_location(
	TALLOC_CTX *ctx, json_t *event, const json_t *report, const struct q_incident_by_ref *in)
{
	json_t *location = contain(event, "Location", "location1");
	json_t *elements = elements_of(ctx, location, "location-details");
	const char *where = report_text(report, "where");
	bool own = strcmp(where, "own") == 0, other = strcmp(where, "other") == 0;
	const char *name = report_text(report, "about_name");
	const char *code = own ? in->practice_code : other ? in->about_code : NULL;
	unsigned kind = fhir_kind(report);

	element_code(elements, "LocationKnown", code || *name ? "y" : "u");
	if (code)
		element_code(elements, "Organisation", code);
	else if (other)
		element_text(elements, "OrganisationOther", name);
	if (kind == FHIR_RISK)
		element_code(elements, "LocationAtRisk", own ? "1" : other ? "2" : "4");
	put_parts(ctx, location, FHIR_LOCATION, json_object_get(report, "answers"), kind);
	refer(event, "location", "#location1");
}

/* Who reports is a member of staff of an organisation, and never named. */
static void put_recorder(
	TALLOC_CTX *ctx, json_t *event, const json_t *report, const struct q_incident_by_ref *in)
{
	json_t *who = contain(event, "Practitioner", "practitioner1");
	json_t *elements = elements_of(ctx, who, "practitioner-details");

	element_code(elements, "ReporterType", "3");
	element_code(elements, "ReporterOrganisation", in->practice_code);
	put_parts(ctx, who, FHIR_RECORDER, json_object_get(report, "answers"), fhir_kind(report));
	refer(event, "recorder", "#practitioner1");
}

/* One Patient stands for everybody affected, each in an extension with a number of their own; it is
 * there too where nobody was, for R4's subject. */
static void put_patients(TALLOC_CTX *ctx, json_t *event, const json_t *report)
{
	json_t *patient = contain(event, "Patient", "patient1"), *all = NULL, *one;
	const json_t *people = json_object_get(report, "people"), *person;
	size_t i;

	json_array_foreach(people, i, person)
	{
		json_t *holder = must(json_object());
		json_t *elements = elements_of(ctx, holder, "patient-information");

		element(elements, "PatientSequence", "valueInteger",
			json_integer((json_int_t)i + 1));
		put_parts(ctx, holder, FHIR_PATIENT, person, fhir_kind(report));
		one = json_array_get(json_object_get(holder, "extension"), 0);
		if (!all)
			all = extensions_of(patient);
		add(all, json_incref(one));
		json_decref(holder);
	}
	refer(event, "subject", "#patient1");
}

static void put_device(json_t *event, const char *name)
{
	json_t *device, *names, *one, *suspects;

	if (!*name)
		return;
	device = contain(event, "Device", "device1");
	put(device, "deviceName", names = json_array());
	one = add(names, json_object());
	put_text(one, "name", name);
	put_text(one, "type", "user-friendly-name");
	put(event, "suspectEntity", suspects = json_array());
	refer(add(suspects, json_object()), "instance", "#device1");
}

static void put_about(
	TALLOC_CTX *ctx, json_t *event, const struct q_incident_by_ref *in, const json_t *report)
{
	const char *candour = report_text(report, "candour");
	json_t *about = elements_of(ctx, event, "adverse-event-reference-metadata");

	element_text(about, "ReferenceNumber", in->ref);
	element(about, "FromOnlineForms", "valueBoolean", json_false());
	element(about, "IsAnonymous", "valueBoolean", json_boolean(in->anonymous));
	if (strcmp(candour, "yes") == 0 || strcmp(candour, "no") == 0)
		element(elements_of(ctx, event, "adverse-event-governance"), "DutyOfCandour",
			"valueBoolean", json_boolean(candour[0] == 'y'));
}

/* "2026-11-22T08:40:00Z" */
static const char *utc_text(TALLOC_CTX *ctx, int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;
	char text[24];

	gmtime_r(&t, &tm);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return text_copy(ctx, text);
}

static void put_head(
	TALLOC_CTX *ctx, json_t *event, const struct q_incident_by_ref *in, const json_t *report)
{
	json_t *meta = must(json_object()), *identifier = must(json_object());
	json_t *kind = must(json_object()), *profiles = must(json_array()), *one;
	const char *label = choice_label(incident_kinds, INCIDENT_KINDS, in->kind);

	put_text(event, "resourceType", "AdverseEvent");
	put(event, "meta", meta);
	put(meta, "profile", profiles);
	add(profiles, json_string(PROFILE "patient-safety-adverse-event-5"));
	put(event, "identifier", identifier);
	put_text(identifier, "value", in->ref);
	put_text(event, "actuality", fhir_kind(report) == FHIR_RISK ? "potential" : "actual");
	/* LFPSE's lists have no codes of the four kinds: their words stand here. */
	put(event, "event", kind);
	put_text(kind, "text", label);
	if (*report_text(report, "found_on"))
		put_text(event, "detected", report_text(report, "found_on"));
	put_text(event, "recordedDate", utc_text(ctx, in->submitted_at));
	one = add(extensions_of(event), json_object());
	put_text(one, "url", DESCRIPTION);
	put_text(one, "valueString", report_text(report, "what_happened"));
}

const char *incident_fhir(TALLOC_CTX *ctx, const struct q_incident_by_ref *in)
{
	const json_t *report = report_open(ctx, in->report);
	json_t *event = must(json_object());
	size_t len;
	char *text;

	put_head(ctx, event, in, report);
	put_about(ctx, event, in, report);
	put_date(ctx, event, report, in);
	put_parts(ctx, event, FHIR_EVENT, json_object_get(report, "answers"), fhir_kind(report));
	put_patients(ctx, event, report);
	put_location(ctx, event, report, in);
	put_recorder(ctx, event, report, in);
	put_device(event, report_text(report, "device_name"));
	len = json_dumpb(event, NULL, 0, JSON_INDENT(2));
	text = must(talloc_zero_size(ctx, len + 1));
	json_dumpb(event, text, len, JSON_INDENT(2));
	json_decref(event);
	return text;
}
