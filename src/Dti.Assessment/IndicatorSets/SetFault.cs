using System.Globalization;

namespace Dti.Assessment.IndicatorSets;

/// <summary>One thing wrong in a set's file; line and column count from 1, 0 when the fault is the file's as a whole.</summary>
public sealed record SetFault(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Code} {Message}");
}
