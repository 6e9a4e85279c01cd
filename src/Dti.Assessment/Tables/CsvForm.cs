using System.Globalization;

namespace Dti.Assessment.Tables;

/// <summary>
/// Checks quotes and cell sizes by RFC 4180 before the rows are read: a quote left open would swallow the rest of the file
/// as one cell, and a cell of megabytes is never a figure.
/// </summary>
internal sealed class CsvForm(TableFaults faults)
{
    public const int LargestCell = 64 * 1024;

    private int line = 1;
    private int column = 1;
    private int cellLength;
    private int cellLine = 1;

    public void Check(string text)
    {
        for (int at = 0; at < text.Length && !faults.IsFull;)
            at = text[at] == '"' ? Quoted(text, at) : Plain(text, at);
    }

    private int Plain(string text, int at)
    {
        bool reported = false;
        for (; at < text.Length && text[at] is not (',' or '\n' or '\r'); at++)
        {
            cellLength++;
            if (text[at] == '"' && !reported)
            {
                faults.Add(cellLine, Name, TableFaultCodes.MisplacedQuote, "a quote inside a cell that does not start with one; quote the whole cell and double the quotes in it");
                reported = true;
            }
        }
        return EndOfCell(text, at);
    }

    private int Quoted(string text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"'))
                break;
            if (text[at] == '"')
                at++;
            else if (text[at] == '\n')
                line++;
            cellLength++;
        }
        if (at >= text.Length)
        {
            faults.Add(cellLine, Name, TableFaultCodes.UnterminatedQuote, "the quote that opens here is never closed");
            return at;
        }
        at++;
        if (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            faults.Add(line, Name, TableFaultCodes.MisplacedQuote, "text follows the closing quote of a cell; double the quotes inside it");
            while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
                at++;
        }
        return EndOfCell(text, at);
    }

    /// <summary>Steps over the comma or line end.</summary>
    private int EndOfCell(string text, int at)
    {
        if (cellLength > LargestCell)
            faults.Add(cellLine, Name, TableFaultCodes.CellTooLarge, $"a cell of {Thousands(cellLength)} characters; the largest is {Thousands(LargestCell)}");
        cellLength = 0;
        column++;
        if (at < text.Length && text[at] is '\n' or '\r')
        {
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                at++;
            line++;
            column = 1;
        }
        cellLine = line;
        return at + 1;
    }

    private string Name => string.Create(CultureInfo.InvariantCulture, $"#{column}");

    private static string Thousands(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
