namespace Dti.Reports.Printing;

/// <summary>Finds the browser that prints: <c>DTI_CHROMIUM</c>, then Debian's path, then the usual names on the PATH.</summary>
public static class ChromiumExecutable
{
    public const string Variable = "DTI_CHROMIUM";
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    public static string Find() => Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH"));

    internal static string Find(string? named, string? path)
    {
        if (!string.IsNullOrWhiteSpace(named))
            return File.Exists(named) ? named : throw Missing($"{Variable} names {named}, which is not there");
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend("/usr/bin");
        return _names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw Missing($"none of {string.Join(", ", _names)} is on the PATH");
    }

    private static ReportException Missing(string why) => new("missing-chromium",
        $"The PDF needs Chromium, but {why}. On Debian: apt-get install -y chromium; elsewhere install Chromium or Chrome and set {Variable} to its path.");
}
