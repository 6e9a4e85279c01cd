using System.Collections.Frozen;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// Free-text format labels to codes (the EU's file-type codes where they have one). One label may name several: <c>SHP, TAB, KML</c>,
/// <c>json/csv</c>, <c>zip (shp)</c>.
/// </summary>
internal static class FileFormats
{
    // code: labels that mean it. A code is its own label.
    private const string Readable = """
        CSV: text/csv csv-geo-au comma-separated .csv csv-file
        TSV: text/tab-separated-values tab-separated
        JSON: application/json
        JSON_LD: jsonld json-ld application/ld+json
        GEOJSON: application/geo+json geo-json application/vnd.geo+json
        TOPOJSON:
        XML: text/xml application/xml
        GML: application/gml+xml
        RDF_XML: rdf rdf/xml application/rdf+xml
        RDF_TURTLE: ttl turtle text/turtle
        RDF_N_TRIPLES: nt n-triples
        RSS: application/rss+xml georss
        ATOM: application/atom+xml
        XLS: excel application/vnd.ms-excel ms-excel
        XLSX: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
        ODS: application/vnd.oasis.opendocument.spreadsheet
        SHP: shapefile shape esri-shapefile shapefiles
        KML: application/vnd.google-earth.kml+xml
        KMZ: application/vnd.google-earth.kmz
        GDB: geodatabase fgdb file-geodatabase
        GPKG: geopackage
        MAPINFO_TAB: tab mapinfo mid mif
        NETCDF: nc
        PARQUET:
        SQLITE: sqlite3
        DBF: dbase
        GTFS: gtfs-rt
        ICS: ical text/calendar
        GPX:
        DXF:
        WFS: ogc-wfs
        """;

    // Documents, pictures, pages, archives of we know not what, and services whose answer's format the label does not tell.
    private const string NotReadable = """
        PDF: application/pdf
        DOC: application/msword word ms-word
        DOCX: application/vnd.openxmlformats-officedocument.wordprocessingml.document
        ODT:
        RTF:
        PPT: powerpoint
        PPTX:
        TXT: text/plain text plain-text
        HTML: text/html htm website website-link web web-page webpage url link map-viewer web-map viewer
        ZIP: application/zip application/x-zip-compressed zipped
        RAR: 7z gz gzip tar
        PNG: image/png
        JPEG: jpg image/jpeg
        GIF: image/gif
        TIFF: tif image/tiff geotiff
        SVG: image/svg+xml
        ECW: jp2
        WMS: ogc-wms
        WMTS: wcs
        MPK: map-package lpk
        LYR: layer-file
        MP3: mp4 avi wav
        EXE:
        API: tool rest web-service webservice api/tool rest-api esri-rest arcgis-geoservices-rest-api arcgis-rest
        """;

    private static readonly FrozenDictionary<string, string> ByLabel = Labels(Readable).Concat(Labels(NotReadable)).ToFrozenDictionary(l => l.Label, l => l.Code);

    private static readonly FrozenSet<string> ReadableCodes = Labels(Readable).Select(l => l.Code).ToFrozenSet();

    private static readonly char[] Separators = [' ', ',', ';', '/', '(', ')', '[', ']', '+', '&', '|', '\t', '\n', '\r', '#'];

    internal static bool IsMachineReadable(string code) => ReadableCodes.Contains(code);

    /// <summary>Codes in the order the label names them; none when nothing in it is known. Unknown words beside a known one are let pass.</summary>
    internal static IReadOnlyList<string> Codes(string? label)
    {
        string whole = string.Join('-', (label ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (whole.Length is 0 or > 200)
            return [];
        if (ByLabel.TryGetValue(whole, out string? code))
            return [code];
        return [.. label!.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => ByLabel.GetValueOrDefault(word.Trim('.'))).OfType<string>().Distinct()];
    }

    private static IEnumerable<(string Label, string Code)> Labels(string table) =>
        from line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let code = line[..line.IndexOf(':', StringComparison.Ordinal)]
        from label in line[(code.Length + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(code.ToLowerInvariant())
        select (label, code);
}
