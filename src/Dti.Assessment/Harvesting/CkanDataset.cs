using System.Text.Json;

namespace Dti.Assessment.Harvesting;

/// <summary>What is counted of a dataset. Everything in a portal's JSON may be missing, null or of another type.</summary>
internal sealed record CkanDataset(string Id, PortalPublisher? Publisher, bool Published, string? Licence, IReadOnlyList<string> Formats)
{
    // Extensions list their own records among the datasets.
    private static readonly string[] OtherTypes = ["harvest", "showcase", "application"];

    /// <summary>Null when it has no id.</summary>
    internal static CkanDataset? Of(JsonElement package)
    {
        if (Word(package, "id") is not { Length: > 0 } id)
            return null;
        bool published = (Word(package, "state") ?? "active") == "active" && !OtherTypes.Contains(Word(package, "type"))
            && !(package.TryGetProperty("private", out JsonElement hidden) && hidden.ValueKind == JsonValueKind.True);
        List<string> formats = [];
        if (package.TryGetProperty("resources", out JsonElement resources) && resources.ValueKind == JsonValueKind.Array)
            formats.AddRange(resources.EnumerateArray().Where(r => (Word(r, "state") ?? "active") == "active").Select(r => Word(r, "format")?.Trim() ?? "").Where(f => f.Length > 0));
        return new CkanDataset(id, PublisherOf(package), published, Word(package, "license_id"), formats);
    }

    /// <summary>Keyed by the organisation's id: names and titles change when agencies merge. A hidden organisation is known by <c>owner_org</c> alone.</summary>
    private static PortalPublisher? PublisherOf(JsonElement package)
    {
        if (package.TryGetProperty("organization", out JsonElement organisation) && (Word(organisation, "id") ?? Word(organisation, "name")) is { Length: > 0 } key)
            return new PortalPublisher(key, Word(organisation, "name"), Word(organisation, "title"));
        return Word(package, "owner_org") is { Length: > 0 } owner ? new PortalPublisher(owner, null, null) : null;
    }

    /// <summary>Null also for text that is none: a lone surrogate or bytes that are not UTF-8, which JSON lets through.</summary>
    internal static string? Word(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
