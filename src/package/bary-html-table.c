#include "bary-html-table.h"

#include "bary-csv-row.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (16 * 1024 * 1024)
#define MOST_SPAN 100

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrcasecmp (node->name, (const xmlChar *) name) == 0;
}

/* The next node below `top` in the order of the text; those below `node` only when it is entered. */
static xmlNode *
step (xmlNode  *top,
      xmlNode  *node,
      gboolean  enter)
{
  if (enter && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

/* Texts of different paragraphs do not run together. */
static char *
read_cell (xmlNode *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (xmlNode *node = step (cell, cell, TRUE); node != NULL; node = step (cell, node, TRUE))
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (text, (const char *) node->content);
    else if (is_element (node, "br") || is_element (node, "p") || is_element (node, "div") || is_element (node, "li"))
      g_string_append_c (text, ' ');

  g_string_replace (text, "\u00a0", " ", 0);
  words = g_strsplit_set (text->str, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (kept, words[i]);
  list = g_strv_builder_end (kept);
  return g_strjoinv (" ", list);
}

static guint
read_span (xmlNode    *cell,
           const char *name)
{
  xmlChar *value = xmlGetNoNsProp (cell, (const xmlChar *) name);
  int span = value != NULL ? atoi ((const char *) value) : 1;

  xmlFree (value);
  return CLAMP (span, 1, MOST_SPAN);
}

/* Places that cells of the rows above reach down to stay empty.
 * @reach: (element-type guint): for each column, how many more rows are taken */
static void
fill_taken (GPtrArray *cells,
            GArray    *reach)
{
  while (cells->len < reach->len && g_array_index (reach, guint, cells->len) > 0)
    {
      g_array_index (reach, guint, cells->len)--;
      g_ptr_array_add (cells, NULL);
    }
}

static void
add_cell (GPtrArray *cells,
          GArray    *reach,
          xmlNode   *cell)
{
  guint columns = read_span (cell, "colspan");
  guint rows = read_span (cell, "rowspan");

  fill_taken (cells, reach);
  for (guint i = 0; i < columns; i++)
    {
      if (reach->len <= cells->len)
        g_array_set_size (reach, cells->len + 1);
      g_array_index (reach, guint, cells->len) = rows - 1;
      g_ptr_array_add (cells, i == 0 ? read_cell (cell) : NULL);
    }
}

static gboolean
is_cell (xmlNode *node)
{
  return is_element (node, "td") || is_element (node, "th");
}

static void
append_row (GString *text,
            GArray  *reach,
            xmlNode *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *node = row->children; node != NULL; node = node->next)
    if (is_cell (node))
      add_cell (cells, reach, node);
  fill_taken (cells, reach);
  bary_csv_append_row (text, cells, '\t');
}

/* Rows of a table within a cell belong to that cell. */
static char *
read_table (xmlNode *table)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) reach = g_array_new (FALSE, TRUE, sizeof (guint));

  for (xmlNode *node = step (table, table, TRUE); node != NULL; node = step (table, node, !is_element (node, "tr")))
    if (is_element (node, "tr"))
      append_row (text, reach, node);

  return g_string_free (text, FALSE);
}

static guint
count_cells (xmlNode *table)
{
  guint n = 0;

  for (xmlNode *node = step (table, table, TRUE); node != NULL; node = step (table, node, !is_cell (node)))
    n += is_cell (node);
  return n;
}

static xmlNode *
find_largest (xmlNode *root)
{
  xmlNode *largest = NULL;
  guint most = 0;

  for (xmlNode *node = step (root, root, TRUE); node != NULL; node = step (root, node, TRUE))
    {
      guint n = is_element (node, "table") ? count_cells (node) : 0;

      if (n > most)
        {
          most = n;
          largest = node;
        }
    }
  return largest;
}

char *
bary_html_table_to_text (GBytes *html)
{
  gsize length;
  const char *bytes = g_bytes_get_data (html, &length);
  g_autofree char *text = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *table;

  if (length == 0 || length > MOST_BYTES)
    return NULL;

  text = g_utf8_make_valid (bytes, length);
  document = htmlReadMemory (text, strlen (text), NULL, "UTF-8",
                             HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER);
  table = document != NULL ? find_largest ((xmlNode *) document) : NULL;
  return table != NULL ? read_table (table) : NULL;
}
