using Dti.Reports.Rankings;

namespace Dti.Web.Pages.Public;

/// <summary>Ids of places on a page; codes may hold what an id may not.</summary>
internal static class Anchors
{
    public static string Group(GroupView group) => Of("khoi", $"{group.Code}-{group.Pool}");

    public static string Node(string code) => Of("muc", code);

    public static string Of(string kind, string code) =>
        $"{kind}-" + string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
