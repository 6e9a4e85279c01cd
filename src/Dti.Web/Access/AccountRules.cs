using System.Text;
using System.Text.RegularExpressions;
using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

internal static partial class AccountRules
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;

    public static Role CheckNew(string name, string role, string? unit, string? scope, Func<string, bool>? knowsUnit)
    {
        if (!NamePattern().IsMatch(name))
            throw new AccountException("account-name", $"\"{name}\" is no account name: use 2 to 64 of a-z, 0-9, '.', '-', '_', '@', beginning with a letter or digit.");
        if (RoleNames.Parse(role) is not { } parsed)
            throw new AccountException("role-unknown", $"\"{role}\" is no role: use one of {string.Join(", ", RoleNames.All.Select(r => r.Name()))}.");
        if (parsed.BelongsToUnit() && string.IsNullOrEmpty(unit))
            throw new AccountException("unit-missing", $"The role {role} acts for one unit: name it with --unit CODE.");
        if (!parsed.BelongsToUnit() && !string.IsNullOrEmpty(unit))
            throw new AccountException("unit-not-taken", $"The role {role} acts for the whole province: leave the unit out.");
        if (unit is { Length: > 0 } && knowsUnit?.Invoke(unit) == false)
            throw new AccountException("unit-unknown", $"There is no unit \"{unit}\": use a code of indicators/units.");
        if (!string.IsNullOrEmpty(scope) && (parsed != Role.Verifier || AccountScope.Parse(scope) is null))
            throw new AccountException("scope", $"\"{scope}\" is no scope: a verifier takes units:CODE,CODE or indicators:CODE,CODE; other roles take none.");
        return parsed;
    }

    public static void CheckPassword(string name, string password)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
            throw new AccountException("password-length", $"A password has {ShortestPassword} to {LongestPassword} characters.");
        if (password.Contains(name, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5)
            throw new AccountException("password-weak", "A password neither holds the account's name nor repeats a few characters.");
    }

    /// <summary>A password typed with Vietnamese letters is the same in both Unicode forms; null when it is no valid text.</summary>
    public static string? Normal(string password) => password.Length > LongestPassword * 4 ? null : Composed(password);

    private static string? Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._@-]{1,63}\z")]
    private static partial Regex NamePattern();
}
