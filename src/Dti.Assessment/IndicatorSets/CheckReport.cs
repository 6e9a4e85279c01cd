using System.Globalization;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Checks files, and folders with all their <c>*.yaml</c>, and writes each fault on a line of its own.</summary>
public static class CheckReport
{
    /// <returns>0 when every set is without fault, else 1.</returns>
    public static int Check(IEnumerable<string> paths, TextWriter output)
    {
        int sets = 0, faults = 0;
        foreach (string path in paths)
        {
            var files = FilesOf(path);
            if (files.Count == 0)
            {
                faults++;
                output.WriteLine(new SetFault(path, 0, 0, SetFaultCodes.NotAFile, "this folder holds no *.yaml file; name a set or a folder of sets"));
            }
            foreach (string file in files)
            {
                sets++;
                var reading = SetFile.Read(file);
                faults += reading.Faults.Count;
                foreach (var fault in reading.Faults)
                    output.WriteLine(fault);
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sets} {Plural(sets, "set")}, {faults} {Plural(faults, "fault")}"));
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
