using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>What is wrong with an imported history and where; line and column count from 1, column in characters.</summary>
public sealed record HistoryFault(string Path, int Line, int Column, string Code, string Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column} {Code} {Message}");
}
