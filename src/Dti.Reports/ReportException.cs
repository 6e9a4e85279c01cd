namespace Dti.Reports;

/// <summary>A report cannot be made; <see cref="Code"/> is stable, the message names the place and the mend.</summary>
public sealed class ReportException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
