using System.Collections.Frozen;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// Which licence ids are open by the Open Definition 2.1. A portal's own <c>isopen</c> flag is not trusted: it is false for
/// <c>odc-by</c> on a portal that counts <c>cc-by</c> as open.
/// </summary>
internal static class Licences
{
    private static readonly FrozenSet<string> Open = Ids("""
        cc-by cc-by-sa cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-3 cc-by-4.0 cc-by-4 cc-by-3.0-au cc-by-4.0-au cc-by-au cc-by-igo
        cc-by-sa-2.0 cc-by-sa-2.5 cc-by-sa-3.0 cc-by-sa-3 cc-by-sa-4.0 cc-by-sa-4
        cc0 cc-zero cc0-1.0 cc-pd pddl odc-pddl odc-pddl-1.0 odc-by odc-by-1.0 odbl odc-odbl odc-odbl-1.0
        uk-ogl ogl ogl-uk-3.0 ogl-3.0 us-pd other-pd other-open other-at gfdl dl-de-by-2.0 dl-de-zero-2.0 etalab-2.0 fr-lo
        """);

    private static readonly FrozenSet<string> Closed = Ids("""
        cc-nc cc-by-nc cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd cc-by-nd-3.0 cc-by-nd-4.0 cc-by-nc-sa cc-by-nc-sa-3.0 cc-by-nc-sa-4.0
        cc-by-nc-nd cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 other-nc other-closed notspecified custom-other
        """);

    private static readonly string[] OpenAddresses =
    [
        "creativecommons.org/licenses/by/", "creativecommons.org/licenses/by-sa/", "creativecommons.org/publicdomain/zero/",
        "opendatacommons.org/licenses/by/", "opendatacommons.org/licenses/odbl/", "opendatacommons.org/licenses/pddl/",
    ];

    /// <summary>Null when the id is not one we know; no licence at all is not open.</summary>
    internal static bool? IsOpen(string? id)
    {
        string key = (id ?? "").Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        if (key.Length == 0 || Closed.Contains(key))
            return false;
        if (Open.Contains(key) || IsAddressOfOpen(key))
            return true;
        return null;
    }

    // Only an id that is nothing but the address: a sentence that mentions one may restrict it again.
    private static bool IsAddressOfOpen(string key) => Uri.TryCreate(key, UriKind.Absolute, out Uri? address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
        && OpenAddresses.Any(a => $"{address.Host.Replace("www.", "", StringComparison.Ordinal)}{address.AbsolutePath}/".StartsWith(a, StringComparison.Ordinal));

    private static FrozenSet<string> Ids(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
