namespace PoliceSocial.Host.Shelf;

/// <summary>Stops a request to a host that the manifest does not name; bounds time and size of the whole exchange, body too.</summary>
internal sealed class GuardedHandler(HostRules rules, TimeSpan longest, long largest, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { } target || !rules.Allows(target))
            throw new HttpRequestException($"This connector may not reach {request.RequestUri?.IdnHost}: its manifest does not name that host.");

        var time = new CancellationTokenSource(longest);
        HttpResponseMessage? response = null;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
            response = await base.SendAsync(request, either.Token);
            if (response.Content.Headers.ContentLength > largest)
                throw new HttpRequestException($"The answer of {target.IdnHost} is larger than {largest >> 20} MB.");

            response.Content = new BoundedContent(response.Content, time, largest);
            return response;
        }
        catch (Exception e)
        {
            var late = time.IsCancellationRequested && !ct.IsCancellationRequested;
            response?.Dispose();
            time.Dispose();
            if (late && e is OperationCanceledException)
                throw Late(longest);
            throw;
        }
    }

    /// <summary>The same exception that <see cref="HttpClient"/> has for it, so that connectors know it.</summary>
    public static TaskCanceledException Late(TimeSpan longest) =>
        new($"The network did not finish its answer within {longest.TotalSeconds:0} s.", new TimeoutException());
}
