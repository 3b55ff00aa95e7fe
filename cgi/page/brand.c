/* brand.c: the organisation's name, logo and colour at the head of a page. */
#include "brand.h"

#include <string.h>

void brand_show(struct tpl *t, const char *const values[SETTINGS])
{
	const struct field *colour = &setting_known(SETTING_COLOUR)->field;
	size_t i = choice_index(colour->choices, colour->n_choices, values[SETTING_COLOUR]);
	const struct choice *shown = &colour->choices[i < colour->n_choices ? i : 0];
	const char *name = values[SETTING_NAME], *logo = values[SETTING_LOGO];
	bool none = strcmp(logo, "none") == 0, alone = strcmp(logo, "nhs") == 0;
	struct tpl *brand;

	tpl_set(t, M_COMMISSIONER, name);
	tpl_set(t, M_COLOUR, shown->code);
	tpl_set(t, M_THEME_COLOUR, shown->hint);
	tpl_set(t, M_SITE, none ? name : "NHS");
	tpl_setf(t, M_BRAND_LABEL, "%s%s%s", none ? "" : "NHS", none || alone ? "" : " ",
		alone ? "" : name);
	tpl_show_if(t, M_BRAND_ICON, !none);
	tpl_show_if(t, alone ? M_BRAND_INSIDE : M_BRAND_BESIDE, true);
	brand = tpl_include(t, M_BRAND, T_layout_brand);
	tpl_show_if(brand, M_BRAND_NHS, !none);
	if (!alone)
		tpl_optional(tpl_add(brand, M_BRAND_NAMED), M_BRAND_SECOND, M_NAME_SECOND,
			values[SETTING_NAME_SECOND]);
}

void brand_show_set(struct tpl *t, const struct settings *s)
{
	const char *values[SETTINGS] = { NULL };

	for (size_t i = 0; i < SETTINGS; i++)
		if (setting_known((enum setting)i)->group == GROUP_IDENTITY)
			values[i] = setting_text(s, (enum setting)i);
	brand_show(t, values);
}
