using PuppeteerSharp;

namespace Dti.Reports.Printing;

/// <summary>
/// Prints through one warm headless Chromium: about a second to start, tenths of one after that. One document at a time, since
/// a render takes half a gigabyte; a dead browser is started again once; every wait has an end.
/// </summary>
public sealed class ChromiumRenderer(string? executable = null) : IPdfRenderer, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChromiumSession? _session;

    internal ChromiumSession? Session => _session;

    public async Task<byte[]> RenderAsync(string html, PdfSettings settings, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            bool wasWarm = _session is { IsAlive: true };
            try
            {
                return await PrintAsync(html, settings, cancellationToken);
            }
            catch (PuppeteerException) when (wasWarm)
            {
                await EndSessionAsync();
                return await PrintAsync(html, settings, cancellationToken);
            }
        }
        catch (PuppeteerException broken)
        {
            await EndSessionAsync();
            throw new ReportException("chromium-failed", $"Chromium could not print the document: {broken.Message}", broken);
        }
        catch (TimeoutException late)
        {
            await EndSessionAsync();
            throw new ReportException("chromium-timeout", $"Chromium did not print the document within {settings.Limit.TotalSeconds:0} s; the browser was stopped, try again.", late);
        }
        catch (OperationCanceledException)
        {
            await EndSessionAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]> PrintAsync(string html, PdfSettings settings, CancellationToken cancellationToken)
    {
        if (_session is not { IsAlive: true })
        {
            await EndSessionAsync();
            _session = await ChromiumSession.StartAsync(executable ?? ChromiumExecutable.Find());
        }
        return await _session.PrintAsync(html, settings, cancellationToken);
    }

    private async Task EndSessionAsync()
    {
        if (_session is { } ended)
            await ended.DisposeAsync();
        _session = null;
    }

    public async ValueTask DisposeAsync()
    {
        await EndSessionAsync();
        _turn.Dispose();
    }
}
