using System.Text.RegularExpressions;
using Dti.Assessment.Submissions;

namespace Dti.Web.Api;

/// <summary>The part of the address that names a submission. Only what can be a key reaches a grain.</summary>
internal readonly partial record struct SubmissionAddress(string Year, string Unit, string Quarter)
{
    public SubmissionKey Key => new(Year, Unit, Quarter);

    public bool IsPossible => Code().IsMatch(Year) && Code().IsMatch(Unit) && Quarter is "q1" or "q2" or "q3" or "q4" or "year";

    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Code();
}
