using Dti.Assessment.Harvesting;

namespace Dti.Assessment.Tests.Harvesting;

public sealed class FileFormatsTests
{
    [Theory]
    [InlineData("CSV", "CSV")]
    [InlineData(" csv ", "CSV")]
    [InlineData("json/csv", "JSON CSV")]
    [InlineData("SHP, TAB, GDB, KML", "SHP MAPINFO_TAB GDB KML")]
    [InlineData("SHP or TAB", "SHP MAPINFO_TAB")]
    [InlineData("zip (shp)", "ZIP SHP")]
    [InlineData("excel (.xlsx)", "XLS XLSX")]
    [InlineData("shape file .shp", "SHP")]
    [InlineData("website link", "HTML")]
    [InlineData("map viewer", "HTML")]
    [InlineData("api/tool", "API")]
    [InlineData("Esri REST", "API")]
    [InlineData("csv-geo-au", "CSV")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")]
    [InlineData("http://publications.europa.eu/resource/authority/file-type/CSV", "CSV")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("see description", "")]
    public void A_label_gives_its_codes(string? label, string codes) => string.Join(' ', FileFormats.Codes(label)).ShouldBe(codes);

    [Theory]
    [InlineData("CSV", true)]
    [InlineData("SHP", true)]
    [InlineData("WFS", true)]
    [InlineData("PDF", false)]
    [InlineData("ZIP", false)]
    [InlineData("WMS", false)]
    [InlineData("API", false)]
    public void A_code_is_machine_readable_or_not(string code, bool readable) => FileFormats.IsMachineReadable(code).ShouldBe(readable);

    [Theory]
    [InlineData("cc-by", true)]
    [InlineData("CC-BY-4.0", true)]
    [InlineData("cc-by-4", true)]
    [InlineData("odc-by", true)]
    [InlineData("cc-zero", true)]
    [InlineData("https://creativecommons.org/licenses/by/4.0/", true)]
    [InlineData("http://www.opendatacommons.org/licenses/pddl/1.0/", true)]
    [InlineData("https://creativecommons.org/licenses/by-nc/4.0/", null)]
    [InlineData("cc-nc", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("our own terms", null)]
    public void A_licence_is_open_closed_or_unknown(string? id, bool? open) => Licences.IsOpen(id).ShouldBe(open);
}
