using System.Text.Json;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>The first place where two documents of one shape differ, in words; rows are named by the unit and code they are of.</summary>
internal static class JsonDifference
{
    private const int Longest = 200;

    /// <param name="tolerance">How far numbers may be apart, relative to the larger, or absolute below 1; 0 = not at all.</param>
    public static string? First(JsonElement found, JsonElement computed, double tolerance = 0) => At("", found, computed, tolerance);

    private static string? At(string place, JsonElement found, JsonElement computed, double tolerance) => (found.ValueKind, computed.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(place, found, computed, tolerance),
        (JsonValueKind.Array, JsonValueKind.Array) => Items(place, found, computed, tolerance),
        _ when found.GetRawText() == computed.GetRawText() => null,
        (JsonValueKind.Number, JsonValueKind.Number) when Alike(found.GetDouble(), computed.GetDouble(), tolerance) => null,
        _ => Says(place, Text(found), Text(computed)),
    };

    private static string? Members(string place, JsonElement found, JsonElement computed, double tolerance)
    {
        string[] names = [.. found.EnumerateObject().Select(member => member.Name).Union(computed.EnumerateObject().Select(member => member.Name))];
        foreach (string name in names)
        {
            string member = place.Length == 0 ? name : $"{place} {name}";
            bool here = found.TryGetProperty(name, out var one), there = computed.TryGetProperty(name, out var other);
            string? difference = here && there ? At(member, one, other, tolerance) : Says(member, here ? Text(one) : "none", there ? Text(other) : "none");
            if (difference is not null)
                return difference;
        }
        return null;
    }

    private static string? Items(string place, JsonElement found, JsonElement computed, double tolerance)
    {
        for (int i = 0; i < Math.Min(found.GetArrayLength(), computed.GetArrayLength()); i++)
            if (At($"{place} {Name(computed[i], i)}".TrimStart(), found[i], computed[i], tolerance) is { } difference)
                return difference;
        return found.GetArrayLength() == computed.GetArrayLength() ? null : FormattableString.Invariant($"{place}: {found.GetArrayLength()} rows, where {computed.GetArrayLength()} belong");
    }

    private static string Name(JsonElement item, int index)
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            // What has both a code and a unit is a target, whose unit is that of its figures.
            foreach (string name in (string[])["code", "unit", "period", "from"])
                if (item.TryGetProperty(name, out var value))
                    return value.ToString();
        }
        return FormattableString.Invariant($"{index + 1}");
    }

    private static bool Alike(double found, double computed, double tolerance) =>
        Math.Abs(found - computed) <= tolerance * Math.Max(1, Math.Max(Math.Abs(found), Math.Abs(computed)));

    private static string Says(string place, string found, string computed) => $"{place} is {found}, where {computed} belongs";

    /// <summary>On one line of a terminal, whatever the file holds.</summary>
    private static string Shown(string text)
    {
        string shown = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > Longest ? shown + "…" : shown;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => "a list",
        JsonValueKind.String => Shown(value.GetString()!),
        _ => value.ToString(),
    };
}
