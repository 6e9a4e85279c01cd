using System.Globalization;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Checks files, and folders with all their <c>*.yaml</c>, and writes each fault on a line of its own.</summary>
public static class CheckReport
{
    /// <returns>0 when every set is without fault, else 1.</returns>
    public static int Check(IEnumerable<string> paths, TextWriter output)
    {
        int faults = 0;
        var sets = new List<(string File, SetReading Reading)>();
        foreach (string path in paths)
        {
            var files = FilesOf(path);
            if (files.Count == 0)
            {
                faults++;
                output.WriteLine(new SetFault(path, 0, 0, SetFaultCodes.NotAFile, "this folder holds no *.yaml file; name a set or a folder of sets"));
            }
            sets.AddRange(files.Select(file => (file, SetFile.Read(file))));
        }
        var earlier = new EarlierSets(sets.Select(set => set.Reading.Set).OfType<IndicatorSet>());
        foreach (var (file, reading) in sets)
        {
            IReadOnlyList<SetFault> found = [.. reading.Faults, .. MapCheck.Faults(reading, file, map => earlier.Find(map, file))];
            faults += found.Count;
            foreach (var fault in found)
                output.WriteLine(fault);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sets.Count} {Plural(sets.Count, "set")}, {faults} {Plural(faults, "fault")}"));
        return faults == 0 ? 0 : 1;
    }

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var walk = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(path, "*.yaml", walk).Order(StringComparer.Ordinal)];
    }

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}
