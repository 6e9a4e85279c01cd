using System.Text.Json.Nodes;

namespace Dti.Assessment.Tests.Harvesting;

/// <summary>Real answers of CKAN portals (recordings/ckan, see SOURCES.md there) and the demonstration's recording.</summary>
internal static class Recordings
{
    internal static string Ckan(string name) => Path.Combine(AppContext.BaseDirectory, "recordings", "ckan", name);

    internal static JsonNode Answer(string name) => JsonNode.Parse(File.ReadAllText(Ckan($"magda-{name}.json")))!;

    internal static List<JsonObject> Datasets(string name) => [.. Answer(name)["result"]!["results"]!.AsArray().Select(d => d!.DeepClone().AsObject())];

    /// <summary>The folder of the demonstration's portal, found from the solution.</summary>
    internal static string Demo()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DTI.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull("the solution's folder").FullName, "indicators", "portals", "demo-ckan");
    }
}
