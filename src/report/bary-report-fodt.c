#include "bary-report-file.h"
#include "bary-report-private.h"

#include <libxml/xmlwriter.h>

/* OpenDocument text (OASIS OpenDocument 1.2, part 1), as one flat file or in parts. */

typedef struct {
  xmlTextWriterPtr  writer;
  const BaryReport *report;
} Writer;

static void
begin (Writer     *self,
       const char *element)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST element);
}

static void
end (Writer *self)
{
  xmlTextWriterEndElement (self->writer);
}

static void
put (Writer     *self,
     const char *attribute,
     const char *value)
{
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST attribute, BAD_CAST value);
}

static void
put_length (Writer     *self,
            const char *attribute,
            double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *length = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", points), "pt", NULL);

  put (self, attribute, length);
}

static void
write_namespaces (Writer *self)
{
  static const char *const names[][2] = {
    { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
    { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "office:version", "1.2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put (self, names[i][0], names[i][1]);
}

static void
write_meta (Writer *self)
{
  begin (self, "office:meta");
  xmlTextWriterWriteElement (self->writer, BAD_CAST "dc:title", BAD_CAST self->report->title);
  if (self->report->author != NULL)
    xmlTextWriterWriteElement (self->writer, BAD_CAST "meta:initial-creator", BAD_CAST self->report->author);
  end (self);
}

/* A style of paragraphs, and what its letters are like. */
static void
write_paragraph_style (Writer     *self,
                       const char *name,
                       const char *align,
                       const char *size,
                       const char *weight,
                       const char *slope,
                       gboolean    struck,
                       gboolean    new_page)
{
  begin (self, "style:style");
  put (self, "style:name", name);
  put (self, "style:family", "paragraph");
  begin (self, "style:paragraph-properties");
  put (self, "fo:text-align", align);
  put (self, "fo:margin-bottom", "3pt");
  if (new_page)
    put (self, "fo:break-before", "page");
  end (self);
  begin (self, "style:text-properties");
  put (self, "fo:font-size", size);
  put (self, "fo:font-weight", weight);
  put (self, "fo:font-style", slope);
  if (struck)
    put (self, "style:text-line-through-style", "solid");
  end (self);
  end (self);
}

static void
write_cell_style (Writer *self)
{
  begin (self, "style:style");
  put (self, "style:name", "Cell");
  put (self, "style:family", "table-cell");
  begin (self, "style:table-cell-properties");
  put (self, "fo:border", "0.5pt solid #000000");
  put (self, "fo:padding", "3pt");
  end (self);
  end (self);
  begin (self, "style:style");
  put (self, "style:name", "Row");
  put (self, "style:family", "table-row");
  begin (self, "style:table-row-properties");
  put (self, "fo:keep-together", "always");
  end (self);
  end (self);
}

static double
get_text_width (const BaryReport *report)
{
  BarySheetSize sheet;

  bary_report_get_sheet (report, &sheet);
  return sheet.width - 30 * BARY_MILLIMETRE;
}

static void
write_column_styles (Writer *self)
{
  for (guint i = 0; i < self->report->blocks->len; i++)
    {
      const BaryReportTable *table = bary_report_block (self->report, i)->table;

      for (guint j = 0; table != NULL && j < table->columns->len; j++)
        {
          g_autofree char *name = g_strdup_printf ("Column%u-%u", i, j);

          begin (self, "style:style");
          put (self, "style:name", name);
          put (self, "style:family", "table-column");
          begin (self, "style:table-column-properties");
          put_length (self, "style:column-width", bary_report_table_get_share (table, j) * get_text_width (self->report));
          end (self);
          end (self);
        }
    }
}

static void
write_page_layout (Writer *self)
{
  BarySheetSize sheet;

  bary_report_get_sheet (self->report, &sheet);
  begin (self, "style:page-layout");
  put (self, "style:name", "Page");
  begin (self, "style:page-layout-properties");
  put_length (self, "fo:page-width", sheet.width);
  put_length (self, "fo:page-height", sheet.height);
  put (self, "style:print-orientation", self->report->sideways ? "landscape" : "portrait");
  put (self, "fo:margin-left", "20mm");
  put (self, "fo:margin-right", "10mm");
  put (self, "fo:margin-top", "15mm");
  put (self, "fo:margin-bottom", "15mm");
  end (self);
  end (self);
}

static void
write_text_styles (Writer *self)
{
  write_paragraph_style (self, "Title", "center", "14pt", "bold", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Heading", "start", "12pt", "bold", "normal", FALSE, FALSE);
  write_paragraph_style (self, "HeadingOfPage", "start", "12pt", "bold", "normal", FALSE, TRUE);
  write_paragraph_style (self, "Left", "start", "11pt", "normal", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Centre", "center", "11pt", "normal", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Right", "end", "11pt", "normal", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Head", "center", "10pt", "bold", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Section", "start", "10pt", "normal", "italic", FALSE, FALSE);
  write_paragraph_style (self, "Plain", "start", "10pt", "normal", "normal", FALSE, FALSE);
  write_paragraph_style (self, "Struck", "start", "10pt", "normal", "normal", TRUE, FALSE);
  write_cell_style (self);
  write_column_styles (self);
}

static void
write_master_styles (Writer *self)
{
  begin (self, "office:master-styles");
  begin (self, "style:master-page");
  put (self, "style:name", "Standard");
  put (self, "style:page-layout-name", "Page");
  end (self);
  end (self);
}

/* Line by line: XML knows no line breaks. */
static void
write_text (Writer     *self,
            const char *element,
            const char *style,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  begin (self, element);
  put (self, "text:style-name", style);
  if (g_str_equal (element, "text:h"))
    put (self, "text:outline-level", "1");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        xmlTextWriterWriteElement (self->writer, BAD_CAST "text:line-break", NULL);
      xmlTextWriterWriteString (self->writer, BAD_CAST lines[i]);
    }
  end (self);
}

static void
write_cell (Writer     *self,
            const char *style,
            const char *text,
            guint       n_columns)
{
  g_autofree char *span = g_strdup_printf ("%u", n_columns);

  begin (self, "table:table-cell");
  put (self, "table:style-name", "Cell");
  put (self, "office:value-type", "string");
  if (n_columns > 1)
    put (self, "table:number-columns-spanned", span);
  write_text (self, "text:p", style, text);
  end (self);
  for (guint i = 1; i < n_columns; i++)
    xmlTextWriterWriteElement (self->writer, BAD_CAST "table:covered-table-cell", NULL);
}

static void
write_row (Writer              *self,
           const BaryReportRow *row,
           guint                n)
{
  begin (self, "table:table-row");
  put (self, "table:style-name", "Row");
  if (row->section)
    write_cell (self, "Section", row->cells[0], n);
  for (guint i = 0; !row->section && i < n; i++)
    write_cell (self, row->style == BARY_ROW_STRUCK ? "Struck" : "Plain", row->cells[i], 1);
  end (self);
}

static void
write_table (Writer                *self,
             const BaryReportTable *table,
             guint                  number)
{
  guint n = table->columns->len;

  begin (self, "table:table");
  put (self, "table:name", table->name);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *style = g_strdup_printf ("Column%u-%u", number, i);

      begin (self, "table:table-column");
      put (self, "table:style-name", style);
      end (self);
    }
  begin (self, "table:table-header-rows");
  begin (self, "table:table-row");
  for (guint i = 0; i < n; i++)
    write_cell (self, "Head", bary_report_table_column (table, i)->heading, 1);
  end (self);
  end (self);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, bary_report_table_row (table, i), n);
  end (self);
}

static void
write_block (Writer *self,
             guint   i)
{
  static const char *const aligned[] = { "Left", "Centre", "Right" };
  const BaryReportBlock *block = bary_report_block (self->report, i);

  switch (block->kind)
    {
    case BARY_BLOCK_TABLE:
      write_table (self, block->table, i);
      break;
    case BARY_BLOCK_TITLE:
      write_text (self, "text:h", "Title", block->text);
      break;
    case BARY_BLOCK_HEADING:
    case BARY_BLOCK_SUBHEADING:
      write_text (self, "text:h", block->new_page ? "HeadingOfPage" : "Heading", block->text);
      break;
    case BARY_BLOCK_PARAGRAPH:
    case BARY_BLOCK_PICTURE:
    default:
      write_text (self, "text:p", aligned[block->align], block->text);
    }
}

static void
write_body (Writer *self)
{
  begin (self, "office:body");
  begin (self, "office:text");
  for (guint i = 0; i < self->report->blocks->len; i++)
    write_block (self, i);
  end (self);
  end (self);
}

/* The files */

static void
write_flat (Writer *self)
{
  put (self, "office:mimetype", BARY_OPENDOCUMENT_TEXT);
  write_meta (self);
  begin (self, "office:automatic-styles");
  write_page_layout (self);
  write_text_styles (self);
  end (self);
  write_master_styles (self);
  write_body (self);
}

static void
write_content (Writer *self)
{
  begin (self, "office:automatic-styles");
  write_text_styles (self);
  end (self);
  write_body (self);
}

static void
write_styles (Writer *self)
{
  begin (self, "office:automatic-styles");
  write_page_layout (self);
  end (self);
  write_master_styles (self);
}

GBytes *
bary_report_make_opendocument (const BaryReport     *self,
                               BaryOpenDocumentPart  part)
{
  static const struct {
    const char *root;
    void      (*write) (Writer *self);
  } parts[] = {
    [BARY_OPENDOCUMENT_FLAT] = { "office:document", write_flat },
    [BARY_OPENDOCUMENT_CONTENT] = { "office:document-content", write_content },
    [BARY_OPENDOCUMENT_STYLES] = { "office:document-styles", write_styles },
    [BARY_OPENDOCUMENT_META] = { "office:document-meta", write_meta },
  };
  xmlBufferPtr buffer = xmlBufferCreate ();
  Writer writer = { xmlNewTextWriterMemory (buffer, 0), self };
  GBytes *bytes;

  xmlTextWriterStartDocument (writer.writer, NULL, "UTF-8", NULL);
  begin (&writer, parts[part].root);
  write_namespaces (&writer);
  parts[part].write (&writer);
  xmlTextWriterEndDocument (writer.writer);
  xmlFreeTextWriter (writer.writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

GBytes *
bary_report_to_fodt (const BaryReport  *self,
                     GError           **error)
{
  return bary_report_make_opendocument (self, BARY_OPENDOCUMENT_FLAT);
}
