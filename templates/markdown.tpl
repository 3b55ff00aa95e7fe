{{%AUTOESCAPE context="HTML"}}{{! One piece of a text in Markdown, its own pieces within it. No line may end between two pieces: "*a*b" is one word.
}}{{#MD_WORDS}}{{MD_TEXT}}{{/MD_WORDS}}{{!
}}{{#MD_SPAN}}<span>{{>MARKDOWN}}</span>{{/MD_SPAN}}{{!
}}{{#MD_EMPHASIS}}<em>{{>MARKDOWN}}</em>{{/MD_EMPHASIS}}{{!
}}{{#MD_STRONG}}<strong>{{>MARKDOWN}}</strong>{{/MD_STRONG}}{{!
}}{{#MD_CODE}}<code>{{MD_TEXT}}</code>{{/MD_CODE}}{{!
}}{{#MD_LINK}}<a href="{{MD_URL}}">{{>MARKDOWN}}</a>{{/MD_LINK}}{{!
}}{{#MD_MAIL}}<a href="mailto:{{MD_ADDRESS:x-mailto}}">{{>MARKDOWN}}</a>{{/MD_MAIL}}{{!
}}{{#MD_BREAK}}<br>{{/MD_BREAK}}{{!
}}{{#MD_PARAGRAPH}}<p>{{>MARKDOWN}}</p>{{/MD_PARAGRAPH}}{{!
}}{{#MD_H2}}<h2 class="nhsuk-heading-m">{{>MARKDOWN}}</h2>{{/MD_H2}}{{!
}}{{#MD_H3}}<h3 class="nhsuk-heading-s">{{>MARKDOWN}}</h3>{{/MD_H3}}{{!
}}{{#MD_H4}}<h4 class="nhsuk-heading-xs">{{>MARKDOWN}}</h4>{{/MD_H4}}{{!
}}{{#MD_BULLETS}}<ul class="nhsuk-list nhsuk-list--bullet">{{>MARKDOWN}}</ul>{{/MD_BULLETS}}{{!
}}{{#MD_NUMBERS}}<ol class="nhsuk-list nhsuk-list--number" start="{{MD_START}}">{{>MARKDOWN}}</ol>{{/MD_NUMBERS}}{{!
}}{{#MD_ITEM}}<li>{{>MARKDOWN}}</li>{{/MD_ITEM}}{{!
}}{{#MD_QUOTE}}<blockquote class="nhsuk-inset-text">{{>MARKDOWN}}</blockquote>{{/MD_QUOTE}}{{!
}}{{#MD_BLOCK}}<pre class="app-text"><code>{{MD_TEXT:pre_escape}}</code></pre>{{/MD_BLOCK}}{{!
}}{{#MD_TYPED}}<p class="app-text">{{MD_TEXT:pre_escape}}</p>{{/MD_TYPED}}{{!
}}{{#MD_RULE}}<hr>{{/MD_RULE}}{{!
}}