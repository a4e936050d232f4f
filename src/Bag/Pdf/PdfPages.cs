using System.Buffers;
using System.Globalization;
using System.Text;

namespace PoliceSocial.Bag.Pdf;

/// <summary>Fills A4 pages with lines of text, each page written as soon as it is full.</summary>
internal sealed class PdfPages(PdfWriter pdf, PdfFont font, int resources, string foot)
{
    private const int Left = 50;
    private const int Top = 790;
    private const int Bottom = 60;
    private const int TextWidth = 495;
    private const double Leading = 1.35;
    private readonly ArrayBufferWriter<byte> _content = new(16_384);

    /// <summary>PDF 1.4 lets an array have 8,191 elements: pages hang on branches, and those on the tree.</summary>
    private const int MostOnABranch = 1_000;

    private readonly List<int> _leaves = [];
    private readonly List<int> _branches = [];
    private int _branch;
    private int _pages;
    private double _y = Top;

    public int Tree { get; } = pdf.Reserve();

    /// <summary>Writes a paragraph, wrapped.</summary>
    public void Paragraph(string text, double size, double before = 0)
    {
        _y -= before;
        foreach (var line in font.Printable(text).Split('\n'))
        {
            for (var rest = line.AsSpan(); ;)
            {
                var fits = Fits(rest, size);
                Line(rest[..fits].TrimEnd(), size);
                rest = rest[fits..];
                if (rest.IsEmpty)
                    break;
            }
        }
    }

    /// <summary>Writes what is left, and the tree of pages.</summary>
    public void End()
    {
        Break();
        EndBranch();
        pdf.Object(Tree, $"<< /Type /Pages /Count {_pages} /Kids [{References(_branches)}] >>");
    }

    private static string References(List<int> objects) => string.Join(' ', objects.Select(o => $"{o} 0 R"));

    private void EndBranch()
    {
        if (_leaves.Count == 0)
            return;
        pdf.Object(_branch, $"<< /Type /Pages /Parent {Tree} 0 R /Count {_leaves.Count} /Kids [{References(_leaves)}] >>");
        _branches.Add(_branch);
        _leaves.Clear();
    }

    private void Line(ReadOnlySpan<char> text, double size)
    {
        if (_y - (size * Leading) < Bottom)
            Break();
        _y -= size * Leading;
        if (!text.IsEmpty)
            At(text, size, Left, _y);
    }

    private void At(ReadOnlySpan<char> text, double size, double x, double y)
    {
        Put(string.Create(CultureInfo.InvariantCulture, $"BT /F {size:0.#} Tf 1 0 0 1 {x:0.#} {y:0.#} Tm <"));
        font.Show(_content, text);
        Put("> Tj ET\n");
    }

    private void Break()
    {
        if (_leaves.Count == 0)
            _branch = pdf.Reserve();
        At(string.Create(CultureInfo.InvariantCulture, $"{foot} - page {++_pages}"), 7, Left, 35);
        var content = pdf.Stream("", _content.WrittenSpan);
        _leaves.Add(pdf.Object($"<< /Type /Page /Parent {_branch} 0 R /MediaBox [0 0 595 842] /Resources {resources} 0 R /Contents {content} 0 R >>"));
        _content.ResetWrittenCount();
        _y = Top;
        if (_leaves.Count == MostOnABranch)
            EndBranch();
    }

    private void Put(string text) => Encoding.ASCII.GetBytes(text, _content);

    /// <summary>How many characters fit on a line: up to the last space, or within a word that is wider than the page.</summary>
    private int Fits(ReadOnlySpan<char> text, double size)
    {
        var (left, space) = ((int)(TextWidth * 1000 / size), 0);
        for (var i = 0; i < text.Length; i++)
        {
            left -= font.Width(text[i]);
            if (left < 0)
                return space > 0 ? space : Math.Max(1, i);
            if (text[i] == ' ')
                space = i + 1;
        }

        return text.Length;
    }
}
