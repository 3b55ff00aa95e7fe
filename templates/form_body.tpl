{{%AUTOESCAPE context="HTML"}}
{{! What the form engine fills, one after the other: a page that wants something between has these three itself. }}
{{>ERROR_SUMMARY}}
{{>FIELD}}
{{>SUMMARY}}
