namespace Dti.Reports.Printing;

/// <summary>The one seam to the engine that makes a PDF of a document; another engine (QuestPDF, say) would come in here.</summary>
public interface IPdfRenderer
{
    Task<byte[]> RenderAsync(string html, PdfSettings settings, CancellationToken cancellationToken);
}

/// <summary>What the engine needs beside the document. Paper, margins and page numbers are the document's own (<c>print.css</c>).</summary>
public sealed record PdfSettings
{
    public bool Tagged { get; init; } = true;
    public bool Outline { get; init; } = true;
    /// <summary>Longest time one document may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);
}
