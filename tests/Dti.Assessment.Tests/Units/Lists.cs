using Dti.Assessment.Units;

namespace Dti.Assessment.Tests.Units;

/// <summary>The shipped lists, and a folder of lists of a test's own.</summary>
internal static class Lists
{
    public const string Header = "code,name_vi,name_en,group,parent,valid_from,valid_until,changed_on,predecessors,ranked,official_code,note";

    public static UnitCatalogue Shipped { get; } = Read();

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DTI.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("DTI.sln is in no folder above the tests");
        }
    }

    private static UnitCatalogue Read()
    {
        var reading = UnitCatalogue.Read(Path.Combine(Root, "indicators", "units"));
        reading.Faults.ShouldBeEmpty();
        return reading.Catalogue.ShouldNotBeNull();
    }
}

/// <summary>A folder that a test fills and that goes when the test is done.</summary>
internal sealed class ListFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("units").FullName;

    public static ListFolder With(params string[] rows) => new ListFolder().Add("a.csv", [Lists.Header, .. rows]);

    public ListFolder Add(string name, params string[] lines)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, name), lines);
        return this;
    }

    public ListFolder Add(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public UnitReading Read() => UnitCatalogue.Read(Path);

    /// <summary>Each fault as <c>file:line code</c>.</summary>
    public IEnumerable<string> Faults() => Read().Faults.Select(fault => FormattableString.Invariant(
        $"{System.IO.Path.GetFileName(fault.File)}:{fault.Line} {fault.Code}"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
