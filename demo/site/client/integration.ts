// The script of the integration page: registers the element, which needs nothing else.
import 'spv-authorize/define';
