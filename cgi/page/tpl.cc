// tpl.cc: the C face of ctemplate (ClearSilver's way: data and template apart).
//
// ctemplate's own dictionary copies every value and costs more than the page; ours is a tree of
// pointers in request memory, and it can tell a marker that was never set. No exception leaves this
// file.
#include "tpl.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>
#include <ctemplate/per_expand_data.h>

#include <malloc.h>

#include <cctype>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

#if defined(__SANITIZE_ADDRESS__)
#define TPL_STRICT 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TPL_STRICT 1
#endif
#endif
#ifndef TPL_STRICT
#define TPL_STRICT 0
#endif

namespace
{

const ctemplate::Strip STRIP = ctemplate::STRIP_BLANK_LINES;
const char PRAGMA[] = "{{%AUTOESCAPE context=\"HTML\"}}";

// Marker names to numbers: a marker reached in a template costs one probe and one short comparison.
class MarkerIndex
{
      public:
	void build()
	{
		for (int &slot : slots_)
			slot = -1;
		for (int i = 0; i < M_COUNT; i++) {
			size_t at = start(tpl_marker_names[i], strlen(tpl_marker_names[i]));
			while (slots_[at] >= 0)
				at = (at + 1) % SLOTS;
			slots_[at] = i;
		}
	}
	int find(const TemplateString &name) const
	{
		for (size_t at = start(name.data(), name.size()); slots_[at] >= 0;
			at = (at + 1) % SLOTS)
			if (same(tpl_marker_names[slots_[at]], name))
				return slots_[at];
		return -1;
	}

      private:
	static bool same(const char *marker, const TemplateString &name)
	{
		return strncmp(marker, name.data(), name.size()) == 0 &&
		       marker[name.size()] == '\0';
	}
	static size_t start(const char *text, size_t len)
	{
		uint32_t hash = 2166136261u; // FNV-1a

		for (size_t i = 0; i < len; i++)
			hash = (hash ^ static_cast<unsigned char>(text[i])) * 16777619u;
		return hash % SLOTS;
	}
	static const size_t SLOTS = 4 * M_COUNT + 7;
	int slots_[SLOTS];
};

// What is the same for every request: filled by tpl_load_all, read ever after.
MarkerIndex markers;
// A worker meets few of the templates, and a parsed one is five times its text: each is parsed
// where it is first needed, out of the text that was read when the process began. Files that are
// replaced meanwhile are another process's.
ctemplate::TemplateCache *cache;
std::string texts[T_COUNT];
bool parsed[T_COUNT];

struct Value {
	Value *next;
	enum tpl_marker marker;
	const char *text;
	size_t len;
};

} // namespace

// A node of the tree. Its memory belongs to the request; nothing in it needs a destructor.
struct tpl : public TemplateDictionaryInterface {
	TALLOC_CTX *ctx;
	tpl *parent, *next; // next: the following repetition of the same section
	Value *values;
	struct Group {
		Group *next;
		enum tpl_marker marker;
		tpl *first, *last;
	} * groups;
	enum tpl_file file;

	tpl(TALLOC_CTX *owner, tpl *above, enum tpl_file name)
	    : ctx(owner), parent(above), next(NULL), values(NULL), groups(NULL), file(name)
	{
	}

	TemplateString GetValue(const TemplateString &name) const override
	{
		int marker = markers.find(name);

		for (const tpl *node = this; node; node = node->parent)
			for (const Value *value = node->values; value; value = value->next)
				if (value->marker == marker)
					return TemplateString(value->text, value->len);
		if (TPL_STRICT && marker >= 0) {
			fprintf(stderr, "soundings: {{%.*s}} was never set\n", (int)name.size(),
				name.data());
			BUG("a template's marker without a value");
		}
		return TemplateString("", 0);
	}
	const Group *group(const TemplateString &name) const
	{
		int marker = markers.find(name);

		for (const Group *g = groups; g; g = g->next)
			if (g->marker == marker)
				return g;
		return NULL;
	}
	bool IsHiddenSection(const TemplateString &name) const override
	{
		return !group(name);
	}
	bool IsUnhiddenSection(const TemplateString &name) const override
	{
		return group(name);
	}
	bool IsHiddenTemplate(const TemplateString &name) const override
	{
		return !group(name);
	}
	const char *GetIncludeTemplateName(const TemplateString &name, int n) const override
	{
		const tpl *node = group(name)->first;

		while (n-- > 0)
			node = node->next;
		return tpl_file_names[node->file];
	}
	void DumpToString(std::string *, int) const override
	{
	}

	class Walk : public Iterator
	{
	      public:
		explicit Walk(const Group *g) : node_(g ? g->first : NULL)
		{
		}
		bool HasNext() const override
		{
			return node_;
		}
		const TemplateDictionaryInterface &Next() override
		{
			const tpl *node = node_;
			node_ = node->next;
			return *node;
		}

	      private:
		const tpl *node_;
	};
	Iterator *CreateTemplateIterator(const TemplateString &name) const override
	{
		return new Walk(group(name));
	}
	Iterator *CreateSectionIterator(const TemplateString &name) const override
	{
		return new Walk(group(name));
	}
};

namespace
{

class BufEmitter : public ctemplate::ExpandEmitter
{
      public:
	explicit BufEmitter(struct buf *out) : out_(out)
	{
	}
	void Emit(char c) override
	{
		buf_addc(out_, c);
	}
	void Emit(const std::string &s) override
	{
		buf_add(out_, s.data(), s.size());
	}
	void Emit(const char *s) override
	{
		buf_adds(out_, s);
	}
	void Emit(const char *s, size_t len) override
	{
		buf_add(out_, s, len);
	}

      private:
	struct buf *out_;
};

tpl *new_node(TALLOC_CTX *ctx, tpl *parent, enum tpl_file file)
{
	return new (must(talloc_size(ctx, sizeof(tpl)))) tpl(ctx, parent, file);
}

tpl *append(tpl *t, enum tpl_marker marker, tpl *node)
{
	tpl::Group *g = t->groups;

	while (g && g->marker != marker)
		g = g->next;
	if (!g) {
		g = NEW(t->ctx, tpl::Group);
		g->marker = marker;
		g->next = t->groups;
		t->groups = g;
		g->first = node;
	} else {
		g->last->next = node;
	}
	g->last = node;
	return node;
}

// An e-mail address after "mailto:", which ctemplate itself knows no safe way to write. Everything
// but what stands in a plain address is percent-encoded, so it can end neither attribute nor URL.
class MailtoModifier : public ctemplate::TemplateModifier
{
      public:
	void Modify(const char *in, size_t len, const ctemplate::PerExpandData *,
		ctemplate::ExpandEmitter *out, const std::string &) const override
	{
		static const char plain[] =
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._+-";
		char escaped[4];

		for (size_t i = 0; i < len; i++) {
			if (in[i] && strchr(plain, in[i])) {
				out->Emit(in[i]);
				continue;
			}
			snprintf(escaped, sizeof escaped, "%%%02X",
				static_cast<unsigned char>(in[i]));
			out->Emit(escaped);
		}
	}
};
const MailtoModifier mailto;

bool read_text(const std::string &path, std::string *text)
{
	std::ifstream file(path);

	text->assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
	return text->compare(0, sizeof PRAGMA - 1, PRAGMA) == 0;
}

bool is_template(const std::string &text)
{
	ctemplate::Template *t = ctemplate::Template::StringToTemplate(text, STRIP);

	delete t;
	return t != NULL;
}

bool load(const char *folder)
{
	bool fine = true;

	ctemplate::AddXssSafeModifier("x-mailto", &mailto);
	markers.build();
	cache = new ctemplate::TemplateCache;
	for (int i = 0; i < T_COUNT; i++) {
		std::string path = std::string(folder) + "/" + tpl_file_names[i];
		if (!read_text(path, &texts[i])) {
			fprintf(stderr, "soundings: %s is missing or does not begin with %s\n",
				path.c_str(), PRAGMA);
			fine = false;
		} else if (!is_template(texts[i])) {
			fprintf(stderr, "soundings: %s is not a template\n", path.c_str());
			fine = false;
		}
	}
	malloc_trim(0);
	return fine;
}

// T_COUNT: a section, which has no file.
void need(enum tpl_file file) noexcept
{
	if (file == T_COUNT || parsed[file])
		return;
	parsed[file] = cache->StringToTemplateCache(tpl_file_names[file], texts[file], STRIP);
	std::string().swap(texts[file]);
}

} // namespace

bool tpl_load_all(const char *folder)
{
	try {
		return load(folder);
	} catch (...) {
		fprintf(stderr, "soundings: templates of %s cannot be loaded\n", folder);
		return false;
	}
}

struct tpl *tpl_new(TALLOC_CTX *ctx)
{
	return new_node(ctx, NULL, T_COUNT);
}

void tpl_set(struct tpl *t, enum tpl_marker marker, const char *text)
{
	Value *value = static_cast<Value *>(must(talloc_size(t->ctx, sizeof(Value))));

	value->next = t->values;
	value->marker = marker;
	value->text = text ? text : "";
	// The one marker that may be a whole address (lint_templates.mjs): a query, or our path.
	if (marker == M_LIST_LINK && value->text[0] != '?' &&
		!(value->text[0] == '/' && isalnum(static_cast<unsigned char>(value->text[1]))))
		value->text = "#";
	value->len = strlen(value->text);
	t->values = value;
}

void tpl_setf(struct tpl *t, enum tpl_marker marker, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	tpl_set(t, marker, static_cast<const char *>(must(talloc_vasprintf(t->ctx, format, args))));
	va_end(args);
}

void tpl_int(struct tpl *t, enum tpl_marker marker, int64_t number)
{
	tpl_setf(t, marker, "%lld", static_cast<long long>(number));
}

void tpl_count(struct tpl *t, enum tpl_marker marker, int64_t number)
{
	tpl_set(t, marker, count_text(t->ctx, number));
}

struct tpl *tpl_add(struct tpl *t, enum tpl_marker section)
{
	return append(t, section, new_node(t->ctx, t, T_COUNT));
}

void tpl_show(struct tpl *t, enum tpl_marker section)
{
	for (const tpl::Group *g = t->groups; g; g = g->next)
		if (g->marker == section)
			return;
	append(t, section, new_node(t->ctx, t, T_COUNT));
}

void tpl_show_if(struct tpl *t, enum tpl_marker section, bool condition)
{
	if (condition)
		tpl_show(t, section);
}

struct tpl *tpl_include(struct tpl *t, enum tpl_marker include, enum tpl_file file)
{
	need(file);
	return append(t, include, new_node(t->ctx, t, file));
}

void tpl_adopt(struct tpl *parent, enum tpl_marker include, struct tpl *child, enum tpl_file file)
{
	need(file);
	child->parent = parent;
	child->file = file;
	append(parent, include, child);
}

void tpl_optional(struct tpl *t, enum tpl_marker section, enum tpl_marker marker, const char *text)
{
	if (text && *text)
		tpl_set(tpl_add(t, section), marker, text);
}

bool tpl_render(struct tpl *t, enum tpl_file file, struct buf *out)
{
	try {
		BufEmitter emitter(out);
		need(file);
		return cache->ExpandWithData(tpl_file_names[file], STRIP, t, NULL, &emitter);
	} catch (...) {
		fprintf(stderr, "soundings: %s could not be rendered\n", tpl_file_names[file]);
		return false;
	}
}
